// Who runs the installation is said at deployment: parameters of the stack, made where the first function needs them.
import { CfnParameter, type CfnParameterProps, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** @returns the settings that stand behind the port `installation` */
export function installationSettings(scope: Construct): Record<string, string> {
  const stack = Stack.of(scope);
  const parameter = (id: string, props: CfnParameterProps): string => {
    const made = stack.node.tryFindChild(id) ?? new CfnParameter(stack, id, props);
    return (made as CfnParameter).valueAsString;
  };
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
