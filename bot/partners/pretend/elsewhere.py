"""How do the seller's other places tell of a sale in the demo? Through the real HTTP API, with a key of their own."""

import asyncio
from typing import Any

import requests

_PATIENCE_S = 10.0


class Elsewhere:
    """The website, the marketplace and the fair."""

    def __init__(self, api_url: str, keys: dict[str, str]) -> None:
        """`api_url`: base of `/api/v1`; `keys`: channel code → its key."""
        self._api_url, self._keys = api_url, keys

    async def sell(self, channel: str, sale: dict[str, Any]) -> dict[str, Any]:
        """Tell one sale; the answer, or the problem document."""
        return await asyncio.to_thread(self._post, channel, sale)

    def _post(self, channel: str, sale: dict[str, Any]) -> dict[str, Any]:
        with requests.Session() as session:
            session.trust_env = False  # loopback needs no proxy
            answer = session.post(
                f"{self._api_url}/sales",
                json=sale,
                headers={"Authorization": f"Bearer {self._keys[channel]}"},
                timeout=_PATIENCE_S,
            )
        found: dict[str, Any] = answer.json()
        return found
