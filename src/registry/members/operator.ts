/** Whoever runs the terminal, who may do everything. */
export const OPERATOR = { team: 'terminal', user: 'terminal' } as const;
export const ADMINISTRATORS = async () => ({ ids: [OPERATOR.user], named: true });

/** Somebody at the terminal acts for the installation, in nobody's stead. */
export const isOperator = ({ team }: { team: string }): boolean => team === OPERATOR.team;
