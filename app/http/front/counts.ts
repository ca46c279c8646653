/** Counters of this process, for /metrics. Labels are codes, never addresses or words. */
const counts = new Map<string, number>();
const started = Date.now();

export function count(name: string, labels: Record<string, string | number> = {}): void {
  const text = Object.entries(labels)
    .map(([key, value]) => `${key}="${value}"`)
    .join(",");
  const key = text ? `${name}{${text}}` : name;
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** All counters as Prometheus text. */
export function countsAsText(): string {
  const memory = process.memoryUsage();
  const lines = [...counts].map(([key, value]) => `${key} ${value}`);
  return [
    ...lines,
    `qiaoqiao_uptime_seconds ${Math.round((Date.now() - started) / 1000)}`,
    `qiaoqiao_memory_resident_bytes ${memory.rss}`,
    "",
  ].join("\n");
}
