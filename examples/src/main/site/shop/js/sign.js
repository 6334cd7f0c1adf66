export const sign = "Kale is in";
