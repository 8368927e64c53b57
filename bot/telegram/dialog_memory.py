"""Where does aiogram keep what a person is typing? In the database, written by the transaction of the update."""

from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from bot.storage import handling
from bot.storage.database import Database
from bot.storage.dialogs import read_dialog, write_dialog
from bot.storage.handling import Dialog


class DialogMemory(BaseStorage):
    """aiogram's FSM storage over `storage.dialogs`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._dialog(key)).state

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict((await self._dialog(key)).data)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        dialog = await self._dialog(key)
        dialog.state = state.state if isinstance(state, State) else state
        await self._keep(key, dialog)

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        dialog = await self._dialog(key)
        dialog.data = dict(data)
        await self._keep(key, dialog)

    async def close(self) -> None:
        """The database is closed by whoever opened it."""

    async def _dialog(self, key: StorageKey) -> Dialog:
        update = handling.current.get()
        name = _name(key)
        if update is not None and name in update.dialogs:
            return update.dialogs[name]
        async with self._database.reading() as session:
            state, data = await read_dialog(session, name)
        dialog = Dialog(state, data)
        if update is not None:
            update.dialogs[name] = dialog
        return dialog

    async def _keep(self, key: StorageKey, dialog: Dialog) -> None:
        dialog.changed = True
        if handling.current.get() is None:
            async with self._database.transaction(aside=True) as session:
                await write_dialog(session, _name(key), dialog.state, dialog.data, self._database.clock.now())


def _name(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}:{key.destiny}"
