/** The marks that stay for a while: open sessions, results, waiting messages, flags, letters. */
import { select } from 'd3'
import type { HostStateReading, OpenSession } from '../../../sim/facts/host-states.ts'
import type { Instant } from '../../../sim/units.ts'
import { roughly } from '../clock.ts'
import { gathered } from './crowd.ts'
import { pathOf, pointOn } from './curve.ts'
import { isLit, pickable, type MapModel, type MarkEvents } from './model.ts'
import { classOf, decisionText, initialOf } from './labels.ts'
import { linkBetween } from './links.ts'
import {
  CLASS_NAMES,
  drawCount,
  drawCross,
  drawEnvelope,
  drawFlag,
  drawLetterAside,
  drawLetterInSlot,
  drawTag,
  ringPath,
  type Group,
} from './marks.ts'
import {
  flagsAt,
  lettersAt,
  nextTriesAt,
  sessionsAt,
  troubleAt,
  waitingAt,
  type Flag,
  type NextTry,
} from './scene.ts'
import { doorsOf } from './quiet.ts'
import { AT_THE_DOOR, GIVEN_UP, levelled, MY_JOB, NO_ANSWER } from './words.ts'

export class Standing {
  readonly #sessions: Group
  readonly #trouble: Group
  readonly #piles: Group
  readonly #box: Group
  readonly #flags: Group
  readonly #events: MarkEvents
  #model: MapModel | null = null
  #states: readonly HostStateReading[] = []
  #open: readonly OpenSession[] = []
  #next: readonly NextTry[] = []
  #flagKeys = ''
  #boxKeys = ''

  constructor(root: Group, events: MarkEvents) {
    const layer = (name: string): Group => root.append('g').attr('class', name)
    this.#events = events
    this.#sessions = layer('sessions')
    this.#trouble = layer('trouble')
    this.#piles = layer('piles')
    this.#box = layer('box')
    this.#flags = layer('flags')
  }

  /** A fact has been passed: what there is. */
  join(model: MapModel, states: readonly HostStateReading[], t: Instant): void {
    this.#model = model
    this.#states = states
    this.#open = sessionsAt(states)
    this.#next = nextTriesAt(model.ground, states)
    this.#flagKeys = ''
    this.#boxKeys = ''
    this.#joinSessions(model)
    this.#joinDoors(model)
    this.#joinTrouble(model, t)
    this.#joinPiles(model)
  }

  /** Every frame: what moves or counts down. */
  move(t: Instant): void {
    const model = this.#model
    if (model === null) return
    // Where motion is unwelcome, what changes hands has changed hands.
    const settled = model.still ? Infinity : t
    this.#moveFlags(model, settled)
    this.#moveLetters(model, settled)
    this.#moveClocks(model, t)
    this.#moveSilence(model, t)
  }

  #joinSessions(model: MapModel): void {
    const { layout } = model.ground
    this.#sessions.selectAll('*').remove()
    const drawn = new Set<string>()
    for (const one of this.#open) {
      const way = linkBetween(layout, one.client, one.server)
      const kind = one.acceptedAt === null ? 'dialling' : 'open'
      // A crowd has one line; who has waited longest speaks for those who wait.
      const key = `${kind} ${layout.stands[one.client]} ${layout.stands[one.server]}`
      if (way === null || drawn.has(key)) continue
      drawn.add(key)
      const g = this.#sessions.append('g').attr('class', `session ${kind}`)
      g.append('path').attr('d', pathOf(way))
      if (one.acceptedAt !== null) continue
      // Where results will stand, beside the road.
      const relayed = layout.places[one.client]?.role === 'submission'
      const { x, y } = pointOn(way, relayed ? 0.62 : 0.5)
      g.append('text')
        .attr('class', 'silence')
        .attr('font-size', layout.letter)
        .attr('x', x)
        .attr('y', y + layout.letter * (relayed ? 1.6 : -0.6))
        .attr('data-connection', one.connection)
    }
  }

  /** Left of the server, below the roads that end there: results stand above. */
  #joinDoors({ ground, level }: MapModel): void {
    const { layout } = ground
    for (const { server, count } of doorsOf(this.#open)) {
      const place = layout.places[server]
      if (place === undefined) continue
      this.#sessions
        .append('text')
        .attr('class', 'door count')
        .attr('font-size', layout.letter)
        .attr('text-anchor', 'end')
        .attr('x', place.x - place.size * 0.56)
        .attr('y', place.y + layout.unit * 0.18 + layout.letter * 1.1)
        .text(AT_THE_DOOR(count)[level])
    }
  }

  /** Who waits for an answer to a call says so as soon as one could have come. */
  #moveSilence({ index, level }: MapModel, t: Instant): void {
    for (const node of this.#sessions.selectAll<SVGTextElement, unknown>('.silence').nodes()) {
      const open = this.#open.find((one) => one.connection === Number(node.dataset['connection']))
      if (open === undefined) continue
      const delay = index.record.hosts[open.client]?.delays[open.server] ?? 0
      const waited = t - open.since
      const text = waited > 2 * delay ? `${levelled(NO_ANSWER, level)} · ${roughly(waited)}` : ''
      if (node.textContent !== text) node.textContent = text
    }
  }

  #joinTrouble(model: MapModel, t: Instant): void {
    const { index, ground, level } = model
    const { letter } = ground.layout
    this.#trouble.selectAll('*').remove()
    for (const { x, y, decision, message } of troubleAt(index, ground, t)) {
      const replyClass = classOf(decision)
      const g = this.#trouble.append('g')
      g.attr('class', `result ${CLASS_NAMES[replyClass]}`)
        .attr('transform', `translate(${x - letter * 0.3} ${y})`)
        .classed('lit', isLit(model, index.record.messages[message]?.id))
      const text = decisionText(decision, level)
      drawTag(g, { shape: replyClass, text }, letter, 'end')
    }
  }

  #joinPiles(model: MapModel): void {
    const { letter, places, stands } = model.ground.layout
    const { messages } = model.index.record
    this.#piles.selectAll('*').remove()
    const waiting = waitingAt(model.index, model.ground, this.#states)
    for (const { host, message, failed, x, y } of waiting.reverse()) {
      const record = messages[message]
      const spam = record?.kind === 'spam'
      const g = this.#piles
        .append('g')
        .attr('class', `waiting${spam ? ' spam' : ''}${failed ? ' failed' : ''}`)
      g.attr('transform', `translate(${x} ${y})`)
        .attr('data-host', host)
        .classed('lit', isLit(model, record?.id))
      const mark = places[host]?.mark ?? 0
      drawEnvelope(g, mark * 0.56, initialOf(record), spam)
      if (failed) drawCross(g, mark * 0.3)
      pickable(g, record?.id ?? '', this.#events)
    }
    for (const { host, queue } of gathered(this.#states, stands)) {
      const place = places[host]
      if (queue.length < 2 || place === undefined) continue
      const { pile, mark, role } = place
      const count = `×${queue.length}`
      // A visitor's house stands where the count would be.
      if (role === 'visitor') this.#count(count, pile.x - mark * 0.4, pile.y + mark * 0.5, letter)
      else this.#count(count, pile.x + mark * 0.36, pile.y, letter)
    }
    this.#next.forEach((one) => this.#drawClock(one, places[one.host]?.mark ?? 0, letter))
  }

  #count(text: string, x: number, y: number, letter: number): void {
    this.#piles
      .append('text')
      .attr('class', 'count')
      .attr('font-size', letter)
      .attr('x', x)
      .attr('y', y + letter * 0.35)
      .text(text)
  }

  #drawClock({ x, y, stuck, toLeft }: NextTry, mark: number, letter: number): void {
    const g = this.#piles.append('g').attr('class', `clock${stuck ? ' stuck' : ''}`)
    g.attr('transform', `translate(${x} ${y})`)
    g.append('circle')
      .attr('class', 'dial')
      .attr('r', mark * 0.22)
    g.append('path').attr('class', 'arc')
    g.append('path')
      .attr('class', 'hand')
      .attr('d', `M0 0V${-mark * 0.16}`)
    g.append('text')
      .attr('class', 'left')
      .attr('font-size', letter)
      .attr('text-anchor', toLeft ? 'end' : 'start')
      .attr('x', mark * (toLeft ? -0.32 : 0.32))
      .attr('y', letter * 0.35)
  }

  #moveClocks({ ground }: MapModel, t: Instant): void {
    const { places } = ground.layout
    const next = this.#next
    this.#piles.selectAll<SVGGElement, unknown>('.clock').each(function (_, i) {
      const one = next[i]
      if (one === undefined) return
      const radius = (places[one.host]?.mark ?? 0) * 0.22
      const f = Math.min(1, Math.max(0, (t - one.from) / Math.max(1, one.at - one.from)))
      const g = select(this)
      g.select('.arc').attr('d', ringPath(radius, f))
      g.select('.hand').attr('transform', `rotate(${(f * 360).toFixed(1)})`)
      g.select('.left').text(one.stuck ? '' : roughly(one.at - t))
    })
  }

  #moveFlags(model: MapModel, t: Instant): void {
    const flags = flagsAt(model.index, model.ground, this.#states, t)
    const keys = flags.map((one) => one.key).join()
    if (keys !== this.#flagKeys) {
      this.#flagKeys = keys
      this.#flags.selectAll('*').remove()
      for (const flag of flags) this.#drawFlag(model, flag)
    }
    this.#flags
      .selectChildren<SVGGElement, unknown>()
      .data(flags)
      .attr('transform', ({ x, y }) => `translate(${x.toFixed(1)} ${y.toFixed(1)})`)
  }

  #drawFlag(model: MapModel, { messages, givenUp, moving, host, pole }: Flag): void {
    const { letter, places } = model.ground.layout
    const kind = `flag${givenUp ? ' givenUp' : ''}${moving ? ' moving' : ''}`
    const g = this.#flags.append('g').attr('class', kind).attr('data-host', host)
    const many = messages.length > 1 ? ` ×${messages.length}` : ''
    // A visitor has no room for words; the line above the map says who has the letter.
    const terse = !moving && places[host]?.role === 'visitor'
    const said = levelled(givenUp ? GIVEN_UP : MY_JOB, model.level) + many
    drawFlag(g, terse ? '' : said, pole, letter)
    const ids = messages.map((one) => model.index.record.messages[one]?.id)
    g.classed(
      'lit',
      ids.some((id) => isLit(model, id)),
    )
  }

  #moveLetters(model: MapModel, t: Instant): void {
    const { places, letter } = model.ground.layout
    const { messages } = model.index.record
    const letters = lettersAt(model.ground, this.#states, t)
    const keys = letters
      .map((one) => `${one.key}${String(one.landed)}${one.copies}${String(one.aside)}`)
      .join()
    if (keys !== this.#boxKeys) {
      this.#boxKeys = keys
      this.#box.selectAll('*').remove()
      for (const { message, host, landed, copies, aside } of letters) {
        const side = places[host]?.size ?? 0
        const record = messages[message]
        const g = this.#box.append('g').attr('class', `letter${landed ? ' landed' : ''}`)
        g.classed('spam', record?.kind === 'spam').classed('lit', isLit(model, record?.id))
        if (landed && aside) drawLetterAside(g, side * 0.42, initialOf(record))
        else if (landed) drawLetterInSlot(g, side * 0.46, initialOf(record))
        else drawEnvelope(g, side * 0.5, initialOf(record), record?.kind === 'spam')
        if (copies > 1) drawCount(g, `×${copies}`, side * 0.3, letter)
        pickable(g, record?.id ?? '', this.#events)
      }
    }
    this.#box
      .selectChildren<SVGGElement, unknown>()
      .data(letters)
      .attr('transform', ({ x, y }) => `translate(${x.toFixed(1)} ${y.toFixed(1)})`)
  }
}
