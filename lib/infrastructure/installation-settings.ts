// Who runs the installation is said at deployment: parameters of the stack, made where the first function needs them.
import { CfnParameter, type CfnParameterProps, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

function parameter(scope: Construct, id: string, props: CfnParameterProps): string {
  const stack = Stack.of(scope);
  const made = stack.node.tryFindChild(id) ?? new CfnParameter(stack, id, props);
  return (made as CfnParameter).valueAsString;
}

/** @returns the settings that stand behind the port `installation` */
export const installationSettings = (scope: Construct): Record<string, string> => ({
  COMMUNS_ISSUER: parameter(scope, 'Issuer', {
    description: 'Address that vouches for what is signed, e.g. https://communs.example',
    minLength: 1,
  }),
  COMMUNS_OPERATOR_NAME: parameter(scope, 'OperatorName', { description: 'Who runs this installation', minLength: 1 }),
  COMMUNS_OPERATOR_SIREN: parameter(scope, 'OperatorSiren', {
    description: 'Its SIREN; empty if it is no French legal unit',
    default: '',
    allowedPattern: '^(\\d{9})?$',
  }),
  COMMUNS_REGISTRAR_NAME: parameter(scope, 'RegistrarName', {
    description: 'Who keeps the registry (docs/keys.md); empty: whoever runs this installation',
    default: '',
  }),
  COMMUNS_REGISTRAR_SIREN: parameter(scope, 'RegistrarSiren', {
    description: 'Its SIREN; empty if it is no French legal unit',
    default: '',
    allowedPattern: '^(\\d{9})?$',
  }),
});

/** A function’s settings hold 4 kB in all, and a stack that asks for more fails while it is deployed, in words that name no setting. */
const orItsFile = (maxLength: number, file: string) => ({
  default: '',
  maxLength,
  constraintDescription: `at most ${maxLength} characters: put what is longer into certificates/${file} of the checkout, and give certificates/${file} here; au plus ${maxLength} caractères : mettez ce qui est plus long dans certificates/${file} du dépôt, et donnez ici certificates/${file}`,
});
const pem = orItsFile(1_200, 'NAME.pem');

/** @returns the setting behind every port of keys: those that signed before, which KMS does not tell any more (docs/keys.md) */
export const formerKeySettings = (scope: Construct): Record<string, string> => ({
  COMMUNS_FORMER_KEYS: parameter(scope, 'FormerKeys', {
    description: 'Public keys that signed before, a JWK set, or its file (docs/keys.md); empty: none',
    ...orItsFile(300, 'former-keys.json'),
  }),
});

/** Empty: a key of the stack. The registrar’s lies best in its own account, whose key policy lets ours sign (docs/keys.md). */
export const keyParameter = (scope: Construct, name: 'StatementKey' | 'LogKey' | 'RegistrarKey'): string =>
  parameter(scope, `${name}Arn`, {
    description: 'ARN of the KMS key that signs in place of the one of the stack (docs/keys.md); empty: that one',
    default: '',
    allowedPattern: '^(arn:.+)?$',
  });

/** @returns the setting behind the port `seal`: certificates of the statement key, which are public (docs/seal.md) */
export const sealSettings = (scope: Construct): Record<string, string> => ({
  COMMUNS_SEAL_CERTIFICATES: parameter(scope, 'SealCertificates', {
    description: 'PEM, or its file: certificate of the statement key, what leads to its root; empty: self-made',
    ...pem,
  }),
});

/** @returns the setting behind the port `forge`: it holds tokens, so no other function gets it */
export const forgeSettings = (scope: Construct): Record<string, string> => ({
  COMMUNS_FORGES: parameter(scope, 'Forges', {
    description: 'Which forge reads which host, a JSON list (docs/forges.md); empty: plain git for every host',
    default: '',
    noEcho: true,
  }),
});

/** @returns the settings behind the ports `timeStamps` and `witnesses` (docs/log.md) */
export const logSettings = (scope: Construct): Record<string, string> => ({
  COMMUNS_TSA_URL: parameter(scope, 'TsaUrl', {
    description: 'Address of an RFC 3161 time-stamping authority (docs/log.md); empty: checkpoints get no time stamp',
    default: '',
  }),
  COMMUNS_TSA_CA: parameter(scope, 'TsaCa', { description: 'Its certificate: PEM, or its file', ...pem }),
  COMMUNS_WITNESSES: parameter(scope, 'Witnesses', {
    description: 'Witnesses of the log, a JSON list (docs/log.md); empty: none',
    default: '',
  }),
});

/** @returns the setting behind the port `webhooks`: secrets shared with hosts, and no token */
export const webhookSettings = (scope: Construct): Record<string, string> => ({
  COMMUNS_WEBHOOKS: parameter(scope, 'Webhooks', {
    description: 'Secrets shared with hosts that send webhooks, a JSON list (docs/forges.md); empty: none is taken',
    default: '',
    noEcho: true,
  }),
});

/** @returns the setting behind the ports `forgeKeys` and `forgeLogin`: clients of forges, and their secrets (docs/identities.md) */
export const accountSettings = (scope: Construct): Record<string, string> => ({
  COMMUNS_FORGE_ACCOUNTS: parameter(scope, 'ForgeAccounts', {
    description: 'Forges whose accounts can be proved, a JSON list (docs/identities.md); empty: the public ones alone',
    default: '',
    noEcho: true,
  }),
});

/** Empty until the operator has an address that SES knows: then no code is sent, and the act says so. */
export const mailFromParameter = (scope: Construct): string =>
  parameter(scope, 'MailFrom', {
    description: 'Address that codes are sent from, verified with Amazon SES; empty if no mail is to be sent',
    default: '',
    allowedPattern: '^([^@\\s]+@[^@\\s]+)?$',
  });
