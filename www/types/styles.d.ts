/** A style sheet for pages that embed the elements; imported for its effect. */
declare const styles: string;
export default styles;
