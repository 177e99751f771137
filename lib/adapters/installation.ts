// Who runs this installation, from the settings that the stack or the person who starts it gives.
import type { Installation } from '../ports/keys.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Of an embedded run that nobody named: it vouches for nothing. */
const unnamed: Installation = {
  issuer: 'urn:communs:embedded',
  operator: { name: 'Communs, embedded run (TEST)', siren: null },
  registrar: { name: 'Registrar of the embedded run (TEST)', siren: null },
};

/**
 * `COMMUNS_REGISTRAR_NAME`, `COMMUNS_REGISTRAR_SIREN`: both or neither, so that no name goes with another’s number.
 * @param otherwise where no name is set
 */
export const registrarSaid = (environment: Environment, otherwise: Installation['registrar']) =>
  environment.COMMUNS_REGISTRAR_NAME
    ? { name: environment.COMMUNS_REGISTRAR_NAME, siren: environment.COMMUNS_REGISTRAR_SIREN || null }
    : otherwise;

/** `COMMUNS_ISSUER`, `COMMUNS_OPERATOR_NAME`, `COMMUNS_OPERATOR_SIREN`; empty is as good as absent. */
export const localInstallation = (environment: Environment): Installation => ({
  issuer: environment.COMMUNS_ISSUER || unnamed.issuer,
  operator: {
    name: environment.COMMUNS_OPERATOR_NAME || unnamed.operator.name,
    siren: environment.COMMUNS_OPERATOR_SIREN || unnamed.operator.siren,
  },
  registrar: registrarSaid(environment, unnamed.registrar),
});
