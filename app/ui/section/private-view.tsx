import type { ReactNode } from "react";

/** A page whose words are for one pair of eyes: a browser that kept it shows it no more after it was left. */
export function PrivateView({ children }: { children: ReactNode }) {
  return (
    <div className="private-view" data-private-view>
      {children}
    </div>
  );
}
