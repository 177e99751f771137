// The few colours of printed documents: each text stands at 7 : 1 or more on its ground.
export const colors = {
  ink: '#1a1a1a',
  grey: '#4a4a4a',
  green: '#1f4e46',
  white: '#ffffff',
  amber: '#ffe8a3',
  stripe: '#f1f5f4',
  line: '#9fb3ae',
} as const;
