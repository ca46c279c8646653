/** What a person typed, given back to read and to copy, as tall as it needs to be. */
export function GivenBack({ id, label, value }: { id: string; label: string; value: string }) {
  const rows = value.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 60), 0);
  return (
    <div className="given-back">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={Math.min(20, rows)} defaultValue={value} />
    </div>
  );
}
