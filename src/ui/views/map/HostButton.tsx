/** A host on the map: its drawing and its word, as a button that selects it. */
import type { CSSProperties } from 'react'
import type { HostStateReading } from '../../../sim/facts/host-states.ts'
import type { HostSpec, Level } from '../../../sim/scenarios/scenario.ts'
import type { Selection } from '../../state/lab-store.ts'
import { HostDrawing } from './drawings.tsx'
import type { Place } from './places.ts'
import { saysHowMany } from './labels.ts'
import { junkWord, stateWord } from './told.ts'
import { levelled, LISTED, TINY } from './words.ts'
import styles from './host.module.css'

interface Props {
  readonly host: HostSpec
  readonly place: Place
  /** How many hosts stand here as one. */
  readonly many: number
  readonly state: HostStateReading
  readonly told: string
  readonly level: Level
  /** Size of a letter of its label. */
  readonly letter: number
  /** It is there, but this world's mail does not come past it. */
  readonly absent: boolean
  readonly selected: boolean
  readonly hovered: boolean
  readonly onSelect: (selection: Selection) => void
  readonly onHover: (selection: Selection) => void
}

export function HostButton(props: Props) {
  const { host, place, many, state, told, level, selected, hovered, onSelect, onHover } = props
  const me: Selection = { kind: 'host', id: host.id }
  const word = stateWord(host, state, level)
  const junk = state.mailbox.filter(({ folder }) => folder === 'junk').length
  const inbox = state.mailbox.length - junk
  // A label above has the domain's name over it, and no room for one more line.
  const isApart = place.labelAt === 'above'
  const isTight = place.tight === true
  const isListed = state.listedBy.length > 0
  const notes = (
    <>
      {word !== '' && <strong className={styles.state}>{word}</strong>}
      {isListed && <ListedFlag word={isTiny(place, props.letter) ? '' : levelled(LISTED, level)} />}
    </>
  )
  const aside = junk > 0 && <JunkCount word={junkWord(junk, level)} beside={!isTight} />
  return (
    <button
      type="button"
      className={styles.host}
      style={boxOf(place)}
      aria-label={told}
      aria-pressed={selected}
      data-host={host.id}
      data-kind={host.kind}
      data-state={state.state}
      data-label={place.labelAt}
      data-visitor={place.role === 'visitor' || undefined}
      data-small={place.small || undefined}
      data-absent={props.absent || undefined}
      data-lit={selected || hovered || undefined}
      onClick={() => onSelect(selected ? null : me)}
      onPointerEnter={() => onHover(me)}
      onPointerLeave={() => onHover(null)}
      onFocus={() => onHover(me)}
      onBlur={() => onHover(null)}
    >
      <span className={styles.drawing}>
        <HostDrawing kind={host.kind} state={state.state} letters={inbox} />
        {inbox > 1 && <span className={styles.count}>{inbox}</span>}
        {!isTight && aside}
      </span>
      <span className={styles.label} aria-hidden="true">
        {labelOf(host, place, level, props.letter)}
        {many > 1 && !saysHowMany(host.label[level], many) && (
          <span className={styles.crowd}> ×{many}</span>
        )}
        {!isApart && notes}
        {isTight && aside}
      </span>
      {isApart && (word !== '' || isListed) && (
        <span className={styles.apart} aria-hidden="true">
          {notes}
        </span>
      )}
    </button>
  )
}

/** @param beside the drawing, and not in a line of the label */
function JunkCount({ word, beside }: { readonly word: string; readonly beside: boolean }) {
  return <span className={beside ? `${styles.junk} ${styles.beside}` : styles.junk}>{word}</span>
}

/** A pennant: while the host's address is on a list. */
function ListedFlag({ word }: { readonly word: string }) {
  return (
    <span className={styles.listed}>
      <svg viewBox="0 0 12 16" aria-hidden="true" focusable="false">
        <path d="M1.5 1v14M2 1.5l9 3.2-9 3.3z" />
      </svg>
      {word}
    </span>
  )
}

/** Narrower than this in letters, a label has no room for what the host does as well. */
const NARROW_LABEL = 11
/** Narrower than this, only for one short word. */
const TINY_LABEL = 4.5

const isTiny = (place: Place, letter: number): boolean =>
  place.small === true && place.label.width < TINY_LABEL * letter

/** What the host is called; where there is room the label says also what it does. */
function labelOf({ label, kind }: HostSpec, place: Place, level: Level, letter: number): string {
  if (isTiny(place, letter)) return levelled(TINY[kind], level)
  const [name = ''] = label[level].split(/[:,]/)
  // Above a post office's label stands the name of its domain, and it must not grow into that.
  const isSmall = place.small === true || place.labelAt === 'above'
  const isNarrow = isSmall && place.label.width < NARROW_LABEL * letter
  return isNarrow ? name : label[level]
}

/** The button is the drawing's square; the label hangs on it where the layout says. */
function boxOf({ x, y, size, label }: Place): CSSProperties {
  return {
    left: x - size / 2,
    top: y - size / 2,
    width: size,
    height: size,
    '--label-width': `${label.width}px`,
    '--label-start': `${label.x - (x - size / 2)}px`,
  } as CSSProperties
}
