/** What the fields of a scenario file are made of. Each message completes "expected …". */
import * as v from 'valibot'

/** No file, list or text is longer. */
export const bounded = {
  fileLength: 5_000_000,
  hosts: 60,
  mail: 200_000,
  addresses: 500,
  text: 4000,
  list: 500,
  /** Runs per value of a sweep: more would not be drawn any finer. */
  sweepSeeds: 50,
} as const

export const text = (what: string, longest: number = bounded.text) =>
  v.pipe(v.string(what), v.maxLength(longest, `${what} of at most ${longest} characters`))

/** Like `named`, and a digit may come first: a scenario may begin with a reply. */
export const scenarioId = (what: string) =>
  v.pipe(
    v.string(what),
    v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, `${what}: lower-case letters, digits and hyphens`),
  )

export const named = (what: string) =>
  v.pipe(
    v.string(what),
    v.regex(/^[a-z][a-z0-9-]{0,39}$/, `${what}: lower-case letters, digits and hyphens`),
  )

export const list = <T extends v.GenericSchema>(
  item: T,
  what: string,
  longest: number = bounded.list,
) => v.pipe(v.array(item, `a list of ${what}`), v.maxLength(longest, `at most ${longest} ${what}`))

export const words = v.strictObject(
  { everyday: text('a text'), technical: text('a text'), protocol: text('a text') },
  'three texts: everyday, technical, protocol',
)

export const written = text('a duration such as 300 s', 40)

export const domainName = v.pipe(
  v.string('a domain name'),
  v.regex(/^[a-z0-9_]([a-z0-9_.-]{0,250}[a-z0-9_])?$/, 'a domain name in lower case'),
)

export const ipv4 = v.pipe(
  v.string('an IPv4 address'),
  v.ipv4('an IPv4 address such as 192.0.2.25'),
)
