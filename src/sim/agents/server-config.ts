/** How our servers are set up: Postfix's defaults (its mail_params.h). */
import type { ReceiverConfig } from '../mail/smtp/receiver.ts'
import type { Host } from '../network/host.ts'

/** smtpd_recipient_limit, smtpd_soft_error_limit and smtpd_hard_error_limit. */
const RECIPIENT_LIMIT = 1000
const SOFT_ERROR_LIMIT = 10
const HARD_ERROR_LIMIT = 20

export function receiverConfig(
  host: Host,
  service: ReceiverConfig['service'],
  sizeLimitOctets: number,
): ReceiverConfig {
  return {
    hostName: host.name,
    service,
    sizeLimitOctets,
    recipientLimit: RECIPIENT_LIMIT,
    softErrorLimit: SOFT_ERROR_LIMIT,
    hardErrorLimit: HARD_ERROR_LIMIT,
    pipelining: true,
    etrn: true,
  }
}
