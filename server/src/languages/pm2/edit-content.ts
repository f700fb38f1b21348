/** What can be written into an ecosystem file. */

export type Scalar = string | number | boolean;

/** A value that is added: a scalar, or an object of scalars. */
export type Content = Scalar | { readonly [key: string]: Scalar };
