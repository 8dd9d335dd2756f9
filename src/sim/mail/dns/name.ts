const UPPER_A = 65
const UPPER_Z = 90
const DOT = 46

/**
 * The form in which names are compared: ASCII lower case (RFC 4343 §2), no final dot. The root,
 * written `.`, becomes the empty string. Characters outside ASCII stay as they are: an
 * internationalised name is expected as A-labels.
 *
 * Answers the same string, without allocating, when it already has this form.
 */
export function canonicalName(name: string): string {
  const last = name.length - 1
  const end = last >= 0 && name.charCodeAt(last) === DOT ? last : last + 1
  for (let i = 0; i < end; i++) {
    const code = name.charCodeAt(i)
    if (code >= UPPER_A && code <= UPPER_Z) return lowerCase(name, end)
  }
  return end === name.length ? name : name.slice(0, end)
}

function lowerCase(name: string, end: number): string {
  let lower = ''
  for (let i = 0; i < end; i++) {
    const code = name.charCodeAt(i)
    lower += code >= UPPER_A && code <= UPPER_Z ? String.fromCharCode(code + 32) : name.charAt(i)
  }
  return lower
}

/** Whether `name` is `ancestor` or lies below it; both canonical. Everything is below the root. */
export function isWithin(name: string, ancestor: string): boolean {
  if (ancestor === '') return true
  if (!name.endsWith(ancestor)) return false
  const before = name.length - ancestor.length - 1
  return before < 0 || name.charCodeAt(before) === DOT
}
