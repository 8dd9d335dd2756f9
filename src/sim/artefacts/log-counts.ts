/** The counts at the end of a session in a mail log. */
import type { Verb } from '../mail/smtp/command.ts'

/** How many commands of each kind were given, and how many of them were accepted. */
export class CommandCounts {
  readonly #of = new Map<string, { given: number; good: number }>()

  note(verb: Verb, accepted: boolean): void {
    if (verb === 'TLS') return
    // What is said to the content is said to DATA, which has been counted as good by then.
    if (verb === 'CONTENT') return accepted ? undefined : this.#takeBack('data')
    const name = verb.toLowerCase()
    const total = this.#of.get(name) ?? { given: 0, good: 0 }
    total.given++
    if (accepted) total.good++
    this.#of.set(name, total)
  }

  #takeBack(name: string): void {
    const total = this.#of.get(name)
    if (total !== undefined) total.good = Math.max(0, total.good - 1)
  }

  /** `ehlo=1 mail=1 rcpt=0/1 data=0/1 rset=1 quit=1 commands=4/6`: accepted of given. */
  text(): string {
    const all = [...this.#of.values()]
    const sum = (pick: 'given' | 'good'): number => all.reduce((n, one) => n + one[pick], 0)
    const parts = [...this.#of].map(([name, { given, good }]) => `${name}=${share(good, given)}`)
    const given = sum('given')
    return [...parts, `commands=${given === 0 ? '0/0' : share(sum('good'), given)}`].join(' ')
  }
}

const share = (good: number, given: number): string =>
  good === given ? String(given) : `${good}/${given}`
