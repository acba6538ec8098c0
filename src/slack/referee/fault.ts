/** What Slack, or we ourselves, would refuse in a payload. */
export interface Fault {
  /** JSON pointer from the payload's root. */
  pointer: string;
  /** For developers; never quotes what people wrote. */
  message: string;
  /** `too_long`, `missing` …; what only we refuse begins with `house_`. */
  code: string;
}
