/** A QR code made on the server. `svg` comes from our own generator, never from a person. */
export function QrCode({ svg, label }: { svg: string; label: string }) {
  return (
    <img
      className="qr"
      src={`data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`}
      alt={label}
      width="132"
      height="132"
    />
  );
}
