/** One world as a strip: a road from the sender's home to the recipient's mail server. */
import { useCallback, useMemo, useRef, type CSSProperties } from 'react'
import type { FactIndex } from '../../../sim/facts/fact-index.ts'
import { hostStatesAt } from '../../../sim/facts/host-states.ts'
import type { Level, ScenarioFile } from '../../../sim/scenarios/scenario.ts'
import type { Instant } from '../../../sim/units.ts'
import { Icon, type IconName } from '../../controls/Icon.tsx'
import type { Selection } from '../../state/lab-store.ts'
import { worldName } from '../../words/world-name.ts'
import { asOf } from '../as-of.ts'
import { useD3View, type FrameSource } from '../view.ts'
import { Country } from './Country.tsx'
import { gathered } from './crowd.ts'
import { MapView } from './draw.ts'
import { HostButton } from './HostButton.tsx'
import { stageLayout } from './layout.ts'
import { coveredHost } from '../../state/covered.ts'
import { useLab } from '../../state/store.ts'
import type { MapModel, MarkEvents } from './model.ts'
import { hostTold, underWay } from './told.ts'
import { useSize } from '../use-size.ts'
import { verdictAt, type Standing } from './verdict.ts'
import { MAP } from './words.ts'
import styles from './map.module.css'
import './marks.css'

export interface WorldMapProps {
  readonly index: FactIndex
  /** Changes whenever the facts have. */
  readonly revision: number
  readonly scenario: ScenarioFile
  readonly cursor: Instant
  readonly level: Level
  /** What the sender's program does after a failure, in words. */
  readonly rule: string
  readonly still: boolean
  readonly selection: Selection
  readonly hovered: Selection
  readonly frames: FrameSource
  readonly onSelect: (selection: Selection) => void
  readonly onHover: (selection: Selection) => void
}

const VERDICT_ICONS: Readonly<Record<Standing, IconName | null>> = {
  open: null,
  waiting: 'clock',
  delivered: 'tick',
  aside: 'tray',
  failed: 'stop',
}

const messageOf = (selection: Selection): string =>
  selection?.kind === 'message' ? selection.id : ''

export function WorldMap(props: WorldMapProps) {
  const { index, revision, scenario, cursor, level, selection, hovered } = props
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const { hosts } = scenario
  const layout = useMemo(() => stageLayout(hosts, size), [hosts, size])
  const ground = useMemo(() => ({ layout, hosts }), [layout, hosts])
  const states = useMemo(
    () => hostStatesAt(asOf(index, revision), cursor),
    [index, cursor, revision],
  )
  const marks = useMarks({ ...props, ground })
  const { standing, text } = verdictAt(index, cursor, level, messageOf(selection), {
    states,
    hosts,
  })
  const icon = VERDICT_ICONS[standing]
  const name = worldName(scenario, index.record.id, level)
  const { route } = index.record
  const letter = { '--letter': `${layout.letter}px` } as CSSProperties
  return (
    <section className={styles.world} aria-label={name} data-world={index.record.id}>
      <header className={styles.head}>
        <h3>{name}</h3>
        <p className={styles.verdict} data-standing={standing}>
          {icon !== null && <Icon name={icon} />}
          {text}
        </p>
      </header>
      <div className={styles.map} ref={box} style={letter}>
        <Country world={index.record.id} {...{ hosts, layout, level, route }} rule={props.rule} />
        {gathered(states, layout.stands).map((state) => {
          const host = hosts[state.host]!
          const place = layout.places[state.host]!
          const many = layout.stands.filter((stand) => stand === state.host).length
          return (
            <HostButton
              key={host.id}
              {...{ host, place, many, state, level }}
              letter={layout.letter}
              told={hostTold(index, host, state, level, many)}
              absent={place.role === 'submission' && route === 'direct'}
              selected={selection?.kind === 'host' && selection.id === host.id}
              hovered={hovered?.kind === 'host' && hovered.id === host.id}
              onSelect={props.onSelect}
              onHover={props.onHover}
            />
          )
        })}
        <svg className={`mail-marks ${styles.marks}`} aria-hidden="true" {...size}>
          <g ref={marks} data-owner="d3" />
        </svg>
      </div>
      <UnderWay name={name} lines={underWay(states, hosts, level)} verdict={text} />
    </section>
  )
}

function useMarks(props: WorldMapProps & { readonly ground: MapModel['ground'] }) {
  const { index, revision, ground, level, still, selection, hovered } = props
  const { onSelect, onHover } = props
  const events = useMemo<MarkEvents>(
    () => ({
      pick: (id) => onSelect({ kind: 'message', id }),
      hover: (id) => onHover(id === null ? null : { kind: 'message', id }),
    }),
    [onSelect, onHover],
  )
  const create = useCallback((root: SVGGElement) => new MapView(root, events), [events])
  const selected = messageOf(selection)
  const pointed = messageOf(hovered)
  const hidden = useLab(coveredHost)
  const model = useMemo<MapModel>(
    () => ({
      index: asOf(index, revision),
      ground,
      level,
      still,
      selected,
      hovered: pointed,
      covered: index.record.hosts.findIndex(({ id }) => id === hidden),
    }),
    [index, revision, ground, level, still, selected, pointed, hidden],
  )
  return useD3View(create, model, props.frames)
}

interface UnderWayProps {
  readonly name: string
  readonly lines: readonly string[]
  readonly verdict: string
}

/** What the moving marks show, for those who do not see them. */
function UnderWay({ name, lines, verdict }: UnderWayProps) {
  return (
    <div className="for-readers">
      <p>{`${name}: ${verdict}`}</p>
      <ul aria-label={MAP.list(name)}>
        {lines.length === 0 ? <li>{MAP.nothing}</li> : null}
        {lines.map((line, i) => (
          <li key={`${i} ${line}`}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
