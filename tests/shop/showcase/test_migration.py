"""Do posts that stood or were owed before there were plans go on as they were?"""

from datetime import UTC, datetime

from alembic import command
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.shop.showcase.values import Form, PostState
from bot.storage import migrations
from bot.storage.database import Database
from tests.support.seller_chat import SHOWCASE
from tests.support.shops import a_work, open_shop, someone

BEFORE = "20261124_03"
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


async def _go_back(connection: AsyncConnection, is_sqlite: bool) -> None:
    """The tables of this part as they were: the migration has no way back, so a test lays them out by hand."""
    await connection.execute(text("DROP TABLE showcase_item"))
    await connection.execute(text("DROP TABLE showcase_post"))
    number = "INTEGER NOT NULL PRIMARY KEY" if is_sqlite else "BIGSERIAL PRIMARY KEY"
    moment = "DATETIME" if is_sqlite else "TIMESTAMPTZ"
    statement = (
        f"CREATE TABLE showcase_post (id {number}, product_id BIGINT NOT NULL, chat_id BIGINT NOT NULL, "
        "message_id BIGINT NOT NULL, digest VARCHAR(64) NOT NULL, gone BOOLEAN NOT NULL, "
        f"posted_at {moment} NOT NULL, "
        "CONSTRAINT fk_showcase_post_product_id FOREIGN KEY(product_id) REFERENCES product (id), "
        "CONSTRAINT uq_showcase_post_product_id UNIQUE (product_id))"
    )
    await connection.exec_driver_sql(statement)
    await connection.execute(text("UPDATE alembic_version SET version_num = :was"), {"was": BEFORE})


def _forward(connection: Connection) -> None:
    command.upgrade(migrations._config(connection), "20261124_04")
    command.stamp(migrations._config(connection), "head")  # what came later is there already
    connection.commit()


async def test_posts_and_what_is_owed_survive(database: Database) -> None:
    shop = await open_shop(database)
    seller = await someone(shop)
    standing, gone, owed, both = [(await a_work(shop, seller, title=title))[0] for title in ("A", "B", "C", "D")]
    async with database.writer.connect() as connection:
        await _go_back(connection, database.is_sqlite)
        for product, is_gone in ((standing, False), (gone, True), (both, False)):
            await connection.execute(
                text(
                    "INSERT INTO showcase_post (product_id, chat_id, message_id, digest, gone, posted_at)"
                    " VALUES (:product, :chat, :product, 'seen', :gone, :now)"
                ),
                {"product": product, "chat": SHOWCASE, "gone": is_gone, "now": _moment(database)},
            )
        for product in (owed, both):
            await connection.execute(
                text(
                    "INSERT INTO outbox (key, topic, queue, lane, payload, open, version, due_at, tries, created_at,"
                    " parked) VALUES (:key, 'showcase.post', :key, 0, :payload, :yes, 1, :now, 0, :now, :no)"
                ),
                {
                    "key": f"showcase.post:{product}",
                    "payload": f'{{"product": {product}}}',
                    "yes": True,
                    "no": False,
                    "now": _moment(database),
                },
            )
        await connection.commit()
        await connection.run_sync(_forward)
    assert await migrations.check(database.writer) == []
    post = await shop.posting.current(standing)
    assert post is not None
    assert (post.form, post.state, post.message, post.digest) == (Form.PHOTO, PostState.POSTED, standing, "seen")
    assert await shop.posting.current(gone) is None
    waiting = await shop.posting.planned("ru")
    assert [each.products for each in waiting] == [(owed,)]
    rows = [row for row in await shop.outbox.claim() if row.topic.startswith("showcase")]
    assert [(row.topic, row.payload) for row in rows] == [("showcase.publish", {"post": waiting[0].post.id})]
    await shop.showcase.changed((await shop.catalogue.card(standing, "ru")).variant)


def _moment(database: Database) -> object:
    return NOW.strftime("%Y-%m-%d %H:%M:%S.%f") if database.is_sqlite else NOW
