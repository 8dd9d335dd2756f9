/** Sentences of all roads, folded and put into words: what is said in one breath. */
import type { LiveWorld } from '../../host/client.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import type { Instant } from '../../sim/units.ts'
import { capital, hostName } from '../inspector/names.ts'
import { fillIn } from '../words/fill-in.ts'
import { clockWithSeconds } from '../words/time.ts'
import { worldName } from '../words/world-name.ts'
import { isBrief, sentencesBetween, type Sentence } from './sentences.ts'
import { NARRATOR, ROADS, SENTENCES } from './words.ts'

export interface Narration {
  readonly at: Instant
  readonly text: string
}

export interface Manner {
  readonly scenario: ScenarioFile
  readonly level: Level
  readonly verbosity: 'brief' | 'full'
}

/** More than this in one breath is not listened to: the last ones are said, the rest counted. */
const BREATH = { brief: 4, full: 6 } as const

interface Folded {
  readonly sentence: Sentence
  worlds: string[]
  times: number
}

/** What is to be said of (from, to]; null when that is nothing. */
export function narrate(
  worlds: readonly LiveWorld[],
  from: Instant,
  to: Instant,
  manner: Manner,
): Narration | null {
  const folded = fold(worlds, from, to, manner.verbosity)
  const last = folded.at(-1)
  const epoch = worlds[0]?.record.startsAtEpochMs ?? 0
  if (last === undefined) return null
  const most = BREATH[manner.verbosity]
  const said = folded.slice(-most).map((one) => inWords(one, worlds.length, epoch, manner))
  const left = folded.length - said.length
  const text = [...(left > 0 ? [NARRATOR.more(left)] : []), ...said].join(' ')
  return { at: Math.max(...folded.map(({ sentence }) => sentence.at)), text }
}

/** The same thing twice is one sentence: again and again, or on both roads. */
function fold(
  worlds: readonly LiveWorld[],
  from: Instant,
  to: Instant,
  verbosity: Manner['verbosity'],
): Folded[] {
  const all = worlds.flatMap(({ record, index }) =>
    sentencesBetween(index, from, to)
      .filter(({ key }) => verbosity === 'full' || isBrief(key))
      .map((sentence) => ({ sentence, world: record.id })),
  )
  all.sort((a, b) => a.sentence.at - b.sentence.at)
  const folded = new Map<string, Folded>()
  for (const { sentence, world } of all) {
    const { next: _, ...what } = sentence.values
    const name = `${sentence.key} ${JSON.stringify(what)}`
    const alike = folded.get(name)
    if (alike === undefined) {
      folded.set(name, { sentence, worlds: [world], times: 1 })
      continue
    }
    // Told at its last time, so that the order is that of the latest news.
    folded.delete(name)
    const known = alike.worlds.includes(world)
    const where = known ? alike.worlds : [...alike.worlds, world]
    folded.set(name, { sentence, worlds: where, times: alike.times + (known ? 1 : 0) })
  }
  return [...folded.values()]
}

function inWords(
  { sentence, worlds, times }: Folded,
  count: number,
  epoch: number,
  { scenario, level }: Manner,
): string {
  const words = SENTENCES[sentence.key][level]
  const pieces = fillIn(words, (name) => {
    const value = sentence.values[name]
    if (value === undefined) return null
    if (name === 'host' || name === 'server') return hostName(scenario, Number(value), level)
    return name === 'next' ? clockWithSeconds(epoch + Number(value)) : String(value)
  })
  const where = count > 1 ? whereOf(worlds, scenario, level) : ''
  const text = capital(pieces.map((piece) => piece.text).join(''))
  return `${where} ${text}${NARRATOR.times(times)}`.trim()
}

/** On which road; where other worlds are on the stage, in which of them. */
function whereOf(worlds: readonly string[], scenario: ScenarioFile, level: Level): string {
  const [world = ''] = worlds
  if (worlds.length > 1) return ROADS[scenario.stage === undefined ? 'both' : 'all']?.[level] ?? ''
  return ROADS[world]?.[level] ?? `${worldName(scenario, world, level)}:`
}
