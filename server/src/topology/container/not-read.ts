/** A reason that goes away by itself: why something of the workspace is not known. */
export const notRead = "the workspace is still being read";
