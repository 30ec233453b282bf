// Stylesheets that webpack turns into <style>. Importing one has an effect and no value.
declare module '*.css';
