/** Sentences of all roads, folded and put into words: what is said in one breath. */
import type { LiveWorld } from '../../host/client.ts'
import type { Level, ScenarioFile } from '../../sim/scenarios/scenario.ts'
import type { Instant } from '../../sim/units.ts'
import { capital, crowdName, crowdSize, hostName, standOf } from '../inspector/names.ts'
import { tellFinding } from '../inspector/tell-finding.ts'
import { addressees } from '../inspector/whole-message.ts'
import { fillIn } from '../words/fill-in.ts'
import { clockWithSeconds } from '../words/time.ts'
import { ownTitle, worldName } from '../words/world-name.ts'
import { isBrief, sentencesBetween, type Sentence } from './sentences.ts'
import { MANY, NARRATOR, ROADS, SENTENCES } from './words.ts'

export interface Narration {
  readonly at: Instant
  readonly text: string
}

export interface Manner {
  readonly scenario: ScenarioFile
  readonly level: Level
  readonly verbosity: 'brief' | 'full'
  /** Id of a host whose policy is still to be found out: what it finds is not told. */
  readonly covered?: string | null
}

/** More than this in one breath is not listened to: the last ones are said, the rest counted. */
const BREATH = { brief: 4, full: 6 } as const

interface Folded {
  /** The latest of them. */
  sentence: Sentence
  /** How often it was in each world. */
  readonly worlds: Map<string, number>
  /** Hosts of one crowd that did it, and addresses that it was about. */
  readonly hosts: Set<number>
  readonly addresses: Set<string>
}

/** What is to be said of (from, to]; null when that is nothing. */
export function narrate(
  worlds: readonly LiveWorld[],
  from: Instant,
  to: Instant,
  manner: Manner,
): Narration | null {
  const folded = fold(worlds, from, to, manner)
  const last = folded.at(-1)
  const epoch = worlds[0]?.record.startsAtEpochMs ?? 0
  if (last === undefined) return null
  const most = BREATH[manner.verbosity]
  const said = folded.slice(-most).map((one) => inWords(one, worlds.length, epoch, manner))
  const left = folded.length - said.length
  const text = [...(left > 0 ? [NARRATOR.more(left)] : []), ...said].join(' ')
  return { at: Math.max(...folded.map(({ sentence }) => sentence.at)), text }
}

/** The same thing twice is one sentence: again and again, on both roads, or by one of a crowd. */
function fold(worlds: readonly LiveWorld[], from: Instant, to: Instant, manner: Manner): Folded[] {
  const all = worlds.flatMap(({ record, index }) =>
    sentencesBetween(index, from, to)
      .filter(({ key }) => manner.verbosity === 'full' || isBrief(key))
      .filter((sentence) => !isCovered(sentence, manner))
      .map((sentence) => ({ sentence, world: record.id })),
  )
  all.sort((a, b) => a.sentence.at - b.sentence.at)
  const folded = new Map<string, Folded>()
  for (const { sentence, world } of all) {
    const name = nameOf(sentence, manner)
    const one = folded.get(name) ?? {
      sentence,
      worlds: new Map<string, number>(),
      hosts: new Set<number>(),
      addresses: new Set<string>(),
    }
    // Told at its last time, so that the order is that of the latest news.
    folded.delete(name)
    folded.set(name, one)
    one.sentence = sentence
    one.worlds.set(world, (one.worlds.get(world) ?? 0) + 1)
    one.hosts.add(Number(sentence.values['host'] ?? -1))
    one.addresses.add(String(sentence.values['to'] ?? ''))
  }
  return [...folded.values()]
}

function isCovered({ key, values }: Sentence, { scenario, covered = null }: Manner): boolean {
  return (
    key === 'found' && covered !== null && scenario.hosts[Number(values['server'])]?.id === covered
  )
}

/** What two sentences have in common that are told as one: hosts of a crowd count as one host. */
function nameOf({ key, values }: Sentence, { scenario, level }: Manner): string {
  const { next: _, to: __, ...what } = values
  const words = SENTENCES[key][level]
  const same = Object.entries(what).filter(([name]) => words.includes(`{${name}}`))
  const known = same.map(([name, value]) =>
    name === 'host' || name === 'server' ? standOf(scenario, Number(value)) : value,
  )
  return JSON.stringify([key, known])
}

function inWords(one: Folded, count: number, epoch: number, { scenario, level }: Manner): string {
  const { sentence, worlds, hosts, addresses } = one
  const [host = -1] = hosts
  const crowd = crowdName(scenario, host, level)
  const many = hosts.size > 1 ? MANY[sentence.key] : undefined
  const pieces = fillIn((many ?? SENTENCES[sentence.key])[level], (name) => {
    const value = sentence.values[name]
    if (value === undefined) return null
    if (name === 'finding') return findingWords(sentence, level)
    if (name === 'to') return addressees([...addresses])
    if (name === 'host' && crowd !== null)
      return ofCrowd(crowd, hosts.size, crowdSize(scenario, host))
    if (name === 'host' || name === 'server') return hostName(scenario, Number(value), level)
    return name === 'next' ? clockWithSeconds(epoch + Number(value)) : String(value)
  })
  const where = count > 1 ? whereOf([...worlds.keys()], scenario, level) : ''
  const text = capital(pieces.map((piece) => piece.text).join(''))
  // Each of a crowd, and each address, is one time and not many.
  const named = SENTENCES[sentence.key][level].includes('{host}') ? hosts.size : 1
  const alike = Math.max(named, addresses.size)
  const times = Math.max(...[...worlds.values()].map((n) => Math.ceil(n / alike)))
  return `${where} ${text}${NARRATOR.times(times)}`.trim()
}

function findingWords({ values }: Sentence, level: Level): string {
  const [check = '', reason = ''] = String(values['finding']).split('/')
  const finding = {
    check,
    reason,
    value: Number(values['value']),
    threshold: Number(values['threshold']),
    about: String(values['about']),
    passes: values['folder'] === 'junk',
    folder: values['folder'] === 'junk' ? ('junk' as const) : ('inbox' as const),
  }
  const scene = { level, client: String(values['client']), to: String(values['named']) }
  return tellFinding(finding, scene)
    .map(({ text }) => text)
    .join('')
}

function ofCrowd(name: string, some: number, all: number): string {
  return some === all ? name : NARRATOR.some(some, name)
}

/** On which road; where other worlds are on the stage, in which of them. */
function whereOf(worlds: readonly string[], scenario: ScenarioFile, level: Level): string {
  const [world = ''] = worlds
  if (worlds.length > 1) return ROADS[scenario.stage === undefined ? 'both' : 'all']?.[level] ?? ''
  const road = ownTitle(scenario, world) === null ? ROADS[world]?.[level] : undefined
  return road ?? `${worldName(scenario, world, level)}:`
}
