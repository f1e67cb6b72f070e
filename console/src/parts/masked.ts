// The number of a person as it is shown until somebody asks for it; the same rule as that of the program's own pages.
export function masked(number: string): string {
  const characters = [...number];
  const head = Math.min(6, Math.floor(characters.length / 3));
  const tail = Math.min(2, Math.floor(characters.length / 8));
  return characters.map((each, at) => (at < head || at + tail >= characters.length ? each : '*')).join('');
}
