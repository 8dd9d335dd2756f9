/** What the drawing of a world is made from, and what it tells. */
import type { FactIndex } from '../../../sim/facts/fact-index.ts'
import type { Level } from '../../../sim/scenarios/scenario.ts'
import type { Group } from './marks.ts'
import type { Ground } from './scene.ts'

export interface MapModel {
  readonly index: FactIndex
  readonly ground: Ground
  readonly level: Level
  /** Motion is unwelcome: arrows along the way instead of flights. */
  readonly still: boolean
  /** Ids of the selected and the hovered message; '' for none. */
  readonly selected: string
  readonly hovered: string
  /** Index of a host whose questions to the DNS are not seen; −1 for none. */
  readonly covered: number
}

export interface MarkEvents {
  pick(message: string): void
  hover(message: string | null): void
}

export function isLit(model: MapModel, id: string | undefined): boolean {
  return id !== undefined && (id === model.selected || id === model.hovered)
}

/** A mark that selects its message when clicked; the keyboard's way is the views' buttons. */
export function pickable(g: Group, id: string, events: MarkEvents): void {
  g.classed('pickable', true)
    .on('click', () => events.pick(id))
    .on('pointerenter', () => events.hover(id))
    .on('pointerleave', () => events.hover(null))
}
