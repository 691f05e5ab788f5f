/** Version of the tool; a test holds it to package.json. */
export const version = '0.1.0';

/** Version of both documents' schemas: within a major version fields are only added. */
export const schemaVersion = '1.1.0';

/** Version of MITRE ATT&CK whose technique ids the catalogue uses. */
export const attackVersion = '18.1';
