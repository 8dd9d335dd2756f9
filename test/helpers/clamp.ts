/** Postfix's back-off as a test knows it: the age, within two bounds. */
export function clamp(ageMs: number, law: Readonly<Record<string, number>>): number {
  const { minBackoffMs = 0, maxBackoffMs = 0 } = law
  if (ageMs > maxBackoffMs && maxBackoffMs >= minBackoffMs) return maxBackoffMs
  return ageMs < minBackoffMs ? Math.min(minBackoffMs, maxBackoffMs) : Math.min(ageMs, maxBackoffMs)
}
