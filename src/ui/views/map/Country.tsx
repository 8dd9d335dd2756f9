/** The ground of a strip: domains as soft hulls, roads, and the rule written along the road. */
import type { HostSpec, Level } from '../../../sim/scenarios/scenario.ts'
import { pathOf } from './curve.ts'
import type { Hull, StageLayout } from './layout.ts'
import { linkBetween } from './links.ts'
import styles from './map.module.css'

interface Props {
  readonly hosts: readonly HostSpec[]
  readonly layout: StageLayout
  readonly level: Level
  /** Id of the world, which its arrow heads are named after. */
  readonly world: string
  readonly route: 'direct' | 'relayed'
  readonly rule: string
}

interface Road {
  readonly key: string
  readonly path: string
  readonly taken: boolean
}

/** Two hosts, and the road that the way between them is part of; `beside`: of neither. */
type Leg = readonly [number, number, 'direct' | 'relayed' | 'beside']

/** Both roads are there in both worlds; the one that is taken is inked. */
function roadsOf({ hosts, layout, route }: Props): Road[] {
  const at = (kind: string): number => hosts.findIndex((host) => host.kind === kind)
  const [mua, relay, mx] = [at('mua'), at('submission'), at('mx')]
  const own = (kind: string): number[] =>
    hosts.flatMap((host, i) => (host.kind === kind && layout.stands[i] === i ? [i] : []))
  const visitors = layout.places.flatMap(({ role }, i) =>
    role === 'visitor' && layout.stands[i] === i ? [i] : [],
  )
  const sender = route === 'direct' ? mua : relay
  const legs: readonly Leg[] = [
    [mua, mx, 'direct'],
    [mua, relay, 'relayed'],
    [relay, mx, 'relayed'],
    ...own('mua')
      .slice(1)
      .map((one): Leg => [one, mx, 'beside']),
    ...own('bot').map((one): Leg => [one, mx, 'beside']),
    ...visitors.flatMap((one): Leg[] => {
      const kind = hosts[one]?.kind
      if (kind === 'submission') return [[one, mx, 'beside']]
      if (kind === 'mx') return [[sender, one, route]]
      return [
        [sender, one, 'beside'],
        [one, mx, 'beside'],
      ]
    }),
  ]
  return legs.flatMap(([from, to, road]) => {
    const way = linkBetween(layout, from, to)
    if (way === null) return []
    return [{ key: `${from} ${to}`, path: pathOf(way), taken: road === route }]
  })
}

/** Into lines of at most so many letters, of about the same length. */
function wrap(text: string, letters: number): string[] {
  const count = Math.max(1, Math.ceil(text.length / letters))
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length / 2 > text.length / count) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

interface HullProps extends Pick<Props, 'hosts' | 'layout' | 'level'> {
  readonly hull: Hull
}

/** A domain, with its name on its upper edge; of a name that is too wide what stands before a comma. */
function HullName({ hull, hosts, level, layout }: HullProps) {
  const { letter, size } = layout
  const fontSize = Math.max(11, letter * 0.86)
  const whole = hosts[hull.hosts[0] ?? 0]?.admd[level] ?? ''
  const half = (text: string): number => (text.length * fontSize) / 4
  const [short = ''] = whole.split(',')
  const name = 2 * half(whole) > hull.width ? short : whole
  // It may be wider than what it names, and is not to be cut off.
  const right = size.width - half(name) - fontSize
  const x = Math.max(Math.min(hull.name ?? 0, right), half(name) + fontSize)
  return (
    <g className={styles.hull}>
      <rect x={hull.x} y={hull.y} width={hull.width} height={hull.height} rx={letter * 0.8} />
      {hull.name !== null && (
        <text x={x} y={hull.y + letter * 0.3} fontSize={fontSize}>
          {name}
        </text>
      )}
    </g>
  )
}

export function Country(props: Props) {
  const { hosts, layout, level, route, rule } = props
  const { size, letter, inscription } = layout
  return (
    <svg className={styles.country} aria-hidden="true" width={size.width} height={size.height}>
      <defs>
        <marker
          id={`way-arrow-${props.world}`}
          viewBox="0 0 10 10"
          refX="9"
          refY="5"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path className={styles.arrowHead} d="M0 0L10 5L0 10z" />
        </marker>
      </defs>
      {layout.hulls.map((hull) => (
        <HullName key={hull.hosts.join(' ')} {...{ hull, hosts, level, layout }} />
      ))}
      {roadsOf(props)
        .sort((a, b) => Number(a.taken) - Number(b.taken))
        .map((road) => (
          <path
            key={road.key}
            className={road.taken ? styles.taken : styles.unused}
            d={road.path}
          />
        ))}
      {route === 'direct' && (
        <text className={styles.rule} fontSize={letter}>
          {wrap(rule, inscription.width / (letter * 0.47)).map((line, i) => (
            <tspan key={line} x={inscription.x} y={inscription.y + i * letter * 1.15}>
              {line}
            </tspan>
          ))}
        </text>
      )}
    </svg>
  )
}
