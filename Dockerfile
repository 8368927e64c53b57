# The bot in one small image: exactly the packages of requirements.lock, no compiler, no root, nothing written but /app/data.

FROM python:3.11-slim AS build

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
COPY requirements.lock /tmp/requirements.lock
# Wheels only, so that nothing of a package's own runs while the image is built; yookassa is published as source alone.
RUN /opt/venv/bin/pip install --require-hashes --no-deps --only-binary :all: --no-binary yookassa \
        --requirement /tmp/requirements.lock \
    && /opt/venv/bin/pip check \
    && /opt/venv/bin/pip uninstall --yes pip setuptools

COPY bot /app/bot
COPY locales /app/locales
COPY migrations /app/migrations
COPY pyproject.toml LICENSE /app/
# The root file system may be read-only: compile now what could not be kept later.
RUN /opt/venv/bin/python -m compileall -q /app/bot \
    && printf '%s\n' '#!/bin/sh' 'exec /opt/venv/bin/python -m bot "$@"' > /opt/venv/bin/vernissage \
    && chmod 755 /opt/venv/bin/vernissage


FROM python:3.11-slim

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONPATH=/app \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    HTTP_HOST=0.0.0.0 \
    HTTP_PORT=8080

RUN groupadd --gid 10001 vernissage \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin vernissage \
    && install --directory --owner=10001 --group=10001 --mode=0750 /app/data
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app

WORKDIR /app
USER 10001:10001
VOLUME /app/data
EXPOSE 8080

# The standard library only: `python -m bot …` every ten seconds would cost more than the bot itself.
# Three failures in a row: red at most 42 s after the loop stalls.
HEALTHCHECK --interval=10s --timeout=4s --start-period=60s --retries=3 \
    CMD ["python", "-ISc", "import os; from urllib.request import ProxyHandler, build_opener; build_opener(ProxyHandler({})).open('http://127.0.0.1:' + os.environ.get('HTTP_PORT', '8080') + '/healthz', timeout=3)"]

ENTRYPOINT ["vernissage"]
CMD ["run"]
