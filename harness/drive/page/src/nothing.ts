/** Stands in for a module that a page does not have. */
export default {};
