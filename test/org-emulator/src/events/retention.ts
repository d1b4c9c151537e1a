/** How long events can be had again: 72 hours (Pub/Sub API Guide, "Event Message Durability"). */
export const keptForMs = 72 * 60 * 60 * 1000;
