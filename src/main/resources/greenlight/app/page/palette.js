// @ts-check
// Colours of what is drawn. The page's one accent is the flagship's and the deals'; the rest is after Okabe and Ito
// (2008), told apart by all common forms of colour blindness, darkened or lightened to stand out from the paper.
"use strict";

const Palette = (() => {
  const light = {
    ink: "#1d1c1a", soft: "#5d5950", rule: "#e2dccf", paper: "#fffefb", accent: "#0a7d52", wash: "#e4f1ea",
    alarm: "#b4400a", suit: "#8a4b9c", stake: "#a49c8c",
    series: ["#2467a8", "#c98500", "#a8508f", "#4a9fd4", "#b4400a", "#6b64b5", "#7d7a2e", "#8c8578"],
    fan: ["#dcebe4", "#b3d6c6"],
  };
  const dark = {
    ink: "#f0ede6", soft: "#b3aea3", rule: "#38362f", paper: "#1d1c19", accent: "#49c796", wash: "#1d3a2e",
    alarm: "#f08a56", suit: "#cf9ade", stake: "#8b8577",
    series: ["#6fa8e0", "#e8b040", "#dd93c5", "#8fd0f0", "#f08a56", "#a9a2ee", "#c6c25a", "#9a9488"],
    fan: ["#22392f", "#2f5a48"],
  };

  const asked = () => document.documentElement.dataset.theme;
  const preferred = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (asked() ? asked() === "dark" : preferred.matches);
  const now = () => (isDark() ? dark : light);
  return { now, isDark };
})();
