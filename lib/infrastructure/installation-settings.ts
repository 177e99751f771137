// Who runs the installation is said at deployment: parameters of the stack, made where the first function needs them.
import { CfnParameter, type CfnParameterProps, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

function parameterOf(scope: Construct): (id: string, props: CfnParameterProps) => string {
  const stack = Stack.of(scope);
  return (id, props) => {
    const made = stack.node.tryFindChild(id) ?? new CfnParameter(stack, id, props);
    return (made as CfnParameter).valueAsString;
  };
}

/** Empty until the operator has an address that SES knows: then no code is sent, and the act says so. */
export const mailFromParameter = (scope: Construct): string =>
  parameterOf(scope)('MailFrom', {
    description: 'Address that codes are sent from, verified with Amazon SES; empty if no mail is to be sent',
    default: '',
    allowedPattern: '^([^@\\s]+@[^@\\s]+)?$',
  });

/** @returns the setting behind the ports `forgeKeys` and `forgeLogin`: docs/identities.md */
export const accountSettings = (scope: Construct): Record<string, string> => ({
  COMMUNS_FORGE_ACCOUNTS: parameterOf(scope)('ForgeAccounts', {
    description: 'JSON: forges whose accounts can be proved, and their OAuth clients; empty for the public ones alone',
    default: '',
    noEcho: true,
  }),
});

/** @returns the settings that stand behind the port `installation` */
export function installationSettings(scope: Construct): Record<string, string> {
  const parameter = parameterOf(scope);
  return {
    COMMUNS_ISSUER: parameter('Issuer', {
      description: 'Address that vouches for what is signed, e.g. https://communs.example',
      minLength: 1,
    }),
    COMMUNS_OPERATOR_NAME: parameter('OperatorName', { description: 'Who runs this installation', minLength: 1 }),
    COMMUNS_OPERATOR_SIREN: parameter('OperatorSiren', {
      description: 'Its SIREN; empty if it is no French legal unit',
      default: '',
      allowedPattern: '^(\\d{9})?$',
    }),
  };
}
