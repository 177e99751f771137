// Certificates as text (PEM, RFC 7468).

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** @param pem any number of certificates in a row @returns DER of each; none if there is none */
export const certificatesOfPem = (pem: string): Uint8Array[] =>
  [...pem.matchAll(block)].map(([, base64]) => new Uint8Array(Buffer.from(base64!, 'base64')));

export const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
