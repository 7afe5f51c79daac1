export declare const surfaces: readonly string[];
export declare const shown: Readonly<Record<string, readonly string[]>>;
