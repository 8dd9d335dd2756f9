/**
 * Draws a world's moving marks. What stands still between two facts is joined when a fact has been
 * passed; what flies is joined when the set of flights changes, and moved every frame.
 */
import { select } from 'd3'
import { flightsAt, type Flight } from '../../../sim/facts/flights.ts'
import { hostStatesAt, type HostStateReading } from '../../../sim/facts/host-states.ts'
import type { Instant } from '../../../sim/units.ts'
import type { D3View } from '../view.ts'
import { pathOf, pointOn } from './curve.ts'
import { initialOf, flightLabel } from './labels.ts'
import { linkBetween } from './links.ts'
import { drawFlight, flightClass, type Group } from './marks.ts'
import { quietOf, type Quiet } from './quiet.ts'
import { flightPoint, isAside, MARKS_MAX, progressOf, wayOf } from './scene.ts'
import { isLit, pickable, type MapModel, type MarkEvents } from './model.ts'
import { Standing } from './standing.ts'

export class MapView implements D3View<MapModel> {
  readonly #root: SVGGElement
  readonly #ways: Group
  readonly #standing: Standing
  readonly #flights: Group
  readonly #counts: Group
  readonly #events: MarkEvents
  #model: MapModel | null = null
  #states: readonly HostStateReading[] = []
  #passed = -1
  #keys = ''

  constructor(root: SVGGElement, events: MarkEvents) {
    this.#root = root
    this.#events = events
    const g = select(root)
    this.#ways = g.append('g').attr('class', 'ways')
    this.#standing = new Standing(g.append('g').attr('class', 'standing'), events)
    this.#flights = g.append('g').attr('class', 'flights')
    this.#counts = g.append('g').attr('class', 'counts')
  }

  update(model: MapModel): void {
    this.#model = model
    this.#passed = -1
    this.#keys = ''
    this.#flights.selectAll('*').remove()
  }

  frame(t: Instant): void {
    const model = this.#model
    if (model === null) return
    const passed = model.index.record.facts.countUntil(t)
    if (passed !== this.#passed) {
      this.#passed = passed
      this.#states = hostStatesAt(model.index, t)
      this.#standing.join(model, this.#states, t)
    }
    this.#standing.move(t)
    const flights = flightsAt(model.index, t).filter((one) => isSeen(one, model.covered))
    this.#fly(model, flights.slice(0, MARKS_MAX), t)
  }

  destroy(): void {
    select(this.#root).selectAll('*').remove()
  }

  #fly(model: MapModel, flights: readonly Flight[], t: Instant): void {
    const keys = flights.map((one) => one.key).join()
    if (keys !== this.#keys) {
      this.#keys = keys
      this.#joinFlights(model, flights)
      this.#joinWays(model, flights)
    }
    const { ground, still } = model
    this.#flights
      .selectChildren<SVGGElement, Flight>()
      .attr('transform', (one) => {
        const { x, y } = flightPoint(ground, one, t, still)
        return `translate(${x.toFixed(1)} ${y.toFixed(1)})`
      })
      .attr('opacity', (one) =>
        one.lost && !still ? (1 - 0.85 * progressOf(one, t, false)).toFixed(2) : null,
      )
    this.#slide(model, t)
  }

  /** A slip leaves its host behind it and stops before the other one. */
  #slide({ ground, still }: MapModel, t: Instant): void {
    this.#flights.selectChildren<SVGGElement, Flight>().each(function (one) {
      const slip = this.firstElementChild
      const way = wayOf(ground, one)
      if (way === null || !(slip instanceof SVGGElement)) return
      const width = Number(slip.dataset['width'] ?? 0)
      const direction = way[3].x < way[0].x ? -1 : 1
      const dx = direction * (0.5 - progressOf(one, t, still)) * width
      slip.setAttribute('transform', `translate(${dx.toFixed(1)} 0)`)
    })
  }

  #joinFlights(model: MapModel, flights: readonly Flight[]): void {
    const { layout } = model.ground
    const { messages } = model.index.record
    const quiet = quietOf(flights, layout.stands)
    this.#joinCounts(model, quiet)
    // Whose words come or go is drawn anew.
    this.#flights
      .selectChildren<SVGGElement, Flight>()
      .filter(function ({ key }) {
        return (this.dataset['quiet'] === 'true') !== quiet.flights.has(key)
      })
      .remove()
    this.#flights
      .selectAll<SVGGElement, Flight>(':scope > g')
      .data(flights, (one) => one.key)
      .join((enter) =>
        enter.append('g').each((flight, i, nodes) => {
          const message = messages[flight.message]
          const spam = message?.kind === 'spam'
          const g = select(nodes[i]!)
          const isQuiet = quiet.flights.has(flight.key)
          g.attr('class', `${flightClass(flight)}${spam ? ' spam' : ''}`)
            .attr('data-flight', flight.key)
            .attr('data-message', message?.id ?? '')
            .attr('data-quiet', isQuiet || null)
            .classed('aside', isAside(flight, flights))
            .classed('lit', isLit(model, message?.id))
          const text = isQuiet ? '' : flightLabel(flight, model.level)
          const face = { text, initial: initialOf(message), spam }
          drawFlight(g, flight, face, layout)
          if (flight.carries === 'content') pickable(g, message?.id ?? '', this.#events)
        }),
      )
      .sort((a, b) => Number(a.carries === 'content') - Number(b.carries === 'content'))
  }

  /** One number per road on which nothing is named. */
  #joinCounts({ ground }: MapModel, { roads }: Quiet): void {
    const { layout } = ground
    const counts = roads.flatMap(({ from, to, count }) => {
      const way = linkBetween(layout, from, to)
      // A visitor's road is short, and its crowd's own number stands there.
      const isShort = [from, to].some((host) => layout.places[host]?.role === 'visitor')
      if (way === null || isShort) return []
      // Beyond the flag of the post office, whichever way the first of them goes.
      const f = way[0].x < way[3].x ? 0.65 : 0.35
      return [{ ...pointOn(way, f), text: `×${count}` }]
    })
    this.#counts
      .selectAll('text')
      .data(counts)
      .join('text')
      .attr('class', 'count')
      .attr('font-size', layout.letter)
      .attr('text-anchor', 'middle')
      .attr('x', ({ x }) => x)
      .attr('y', ({ y }) => y - layout.letter)
      .text(({ text }) => text)
  }

  /** Questions to a name server leave a dotted line; standing pictures an arrow for everything. */
  #joinWays({ index, ground, still }: MapModel, flights: readonly Flight[]): void {
    const drawn = flights.filter(
      (one) => still || one.carries === 'query' || one.carries === 'answer',
    )
    this.#ways
      .selectAll<SVGPathElement, Flight>('path')
      .data(drawn, (one) => one.key)
      .join('path')
      .attr('class', (one) => `way ${one.carries}`)
      .attr('marker-end', still ? `url(#way-arrow-${index.record.id})` : null)
      .attr('d', (one) => {
        const way = wayOf(ground, one)
        return way === null ? '' : pathOf(way)
      })
  }
}

/** What a server asks the DNS would tell what it checks. */
function isSeen({ carries, from, to }: Flight, covered: number): boolean {
  return !(carries === 'query' && from === covered) && !(carries === 'answer' && to === covered)
}
