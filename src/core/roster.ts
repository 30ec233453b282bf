// People, posts and sections (附件2), and which section a short name means. Knows no task.

/** 角色 in the leading group. */
export type Role = '组长' | '副组长' | '成员';

/** One person of 附件2. */
export interface Person {
  readonly name: string;
  readonly post: string;
  readonly role: Role;
  /** The section that the person heads, in full, e.g. 对外贸易科; empty for bureau leaders. */
  readonly section: string;
}

/** A section with the short name that the matrix uses. Several short names are allowed. */
export interface Section {
  readonly name: string;
  readonly shortNames: readonly string[];
}

export interface Roster {
  readonly people: readonly Person[];
  readonly sections: readonly Section[];
}
