/** A button of the play controls: a drawing with a name. */
import { Icon, type IconName } from '../controls/Icon.tsx'
import styles from './app.module.css'

interface Props {
  readonly icon: IconName
  readonly name: string
  readonly onClick: () => void
  readonly main?: boolean
}

export function PlayButton({ icon, name, onClick, main = false }: Props) {
  return (
    <button
      type="button"
      className={main ? `icon-button ${styles.play}` : 'icon-button'}
      aria-label={name}
      title={name}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  )
}
