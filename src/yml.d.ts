/** YAML files are taken into the bundle as they are. */
declare module '*.yml' {
  const text: string;
  export default text;
}
