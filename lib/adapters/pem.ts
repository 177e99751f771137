// Certificates as text (PEM, RFC 7468).
import { readFileSync } from 'node:fs';

const block = /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g;

/** @param pem any number of certificates in a row @returns DER of each; none if there is none */
export const certificatesOfPem = (pem: string): Uint8Array[] =>
  [...pem.matchAll(block)].map(([, base64]) => new Uint8Array(Buffer.from(base64!, 'base64')));

/**
 * @param setting PEM itself, or the name of a file that holds it: in the cloud one that was put beside the program (`certificates/…`)
 * @throws Error where there is no such file
 */
export const pemIn = (setting: string): string =>
  setting.includes('-----BEGIN') ? setting : readFileSync(setting.trim(), 'utf8');

export const pemOf = (der: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n')}-----END CERTIFICATE-----\n`;
