"""What can be checked of deploy/ without root, Docker or a running systemd."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
DOCKERFILE = (DEPLOY / "Dockerfile").read_text(encoding="utf-8")
UNIT = (DEPLOY / "whosaid.service").read_text(encoding="utf-8")

needs_systemd = pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd")


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile with their arguments, continued lines joined."""
    text = re.sub(r"^#.*\n", "", DOCKERFILE, flags=re.MULTILINE).replace("\\\n", " ")
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in text.splitlines() if line.strip()]


def compose() -> dict[str, Any]:
    loaded = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
    return dict(loaded["services"]["bot"])


def copied() -> list[str]:
    """What the image takes from the repository."""
    sources: list[str] = []
    for name, argument in instructions():
        if name == "COPY" and "--from=" not in argument:
            sources += shlex.split(argument)[:-1]
    return sources


def test_what_the_image_copies_is_there_and_not_ignored() -> None:
    allowed = re.findall(r"^!(.+)$", (DEPLOY / "Dockerfile.dockerignore").read_text(), re.MULTILINE)
    assert set(copied()) == set(allowed)
    assert all((ROOT / source).exists() for source in copied())


def test_the_image_holds_the_pinned_versions_and_no_settings() -> None:
    installs = [argument for name, argument in instructions() if name == "RUN" and " install " in argument]
    pips = [argument for argument in installs if "/pip " in argument]
    assert pips and all("--constraint /src/constraints.txt" in argument for argument in pips)
    assert not any(Path(source).name.startswith(".env") for source in copied())


def test_the_image_runs_the_bot_without_root_on_its_volume() -> None:
    last = dict(instructions())
    assert last["USER"].isdigit() and int(last["USER"]) > 0
    assert last["VOLUME"] == "/data" and "WHOSAID_DATA=/data" in last["ENV"]
    assert last["CMD"] == '["python", "-m", "bot"]'
    order = [name for name, _ in instructions()]
    assert order.index("USER") > max(place for place, name in enumerate(order) if name == "RUN")


def test_the_health_check_is_a_program() -> None:
    check = dict(instructions())["HEALTHCHECK"].partition("CMD ")[2]
    program, option, code = yaml.safe_load(check)
    assert (program, option) == ("python", "-c")
    compile(code, "healthcheck", "exec")
    assert "WHOSAID_METRICS_PORT" in code and "/healthz" in code


def test_the_compose_file_builds_this_image_and_bounds_it() -> None:
    bot = compose()
    assert (DEPLOY / bot["build"]["context"] / bot["build"]["dockerfile"]).resolve() == DEPLOY / "Dockerfile"
    assert set(bot["build"]["args"]) == set(re.findall(r"^ARG (\w+)", DOCKERFILE, re.MULTILINE))
    assert bot["environment"]["WHOSAID_DATA"] == "/data"
    assert bot["read_only"] and bot["cap_drop"] == ["ALL"]
    assert bot["security_opt"] == ["no-new-privileges:true"]
    for volume in bot["volumes"]:
        source = volume.split(":")[0]
        assert source == "data" or (DEPLOY / source).exists()


def test_every_setting_of_the_deployment_is_one_of_the_bot() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    known = set(re.findall(r"^(\w+)=", example, re.MULTILINE))
    texts = [path.read_text(encoding="utf-8") for path in DEPLOY.iterdir()]
    assert {name for text in texts for name in re.findall(r"\b(?:WHOSAID|DISCORD)_[A-Z_]+\b", text)} <= known


def test_the_unit_is_hardened() -> None:
    for line in (
        "DynamicUser=yes", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes",
        "StateDirectory=whosaid", "Restart=on-failure", "CapabilityBoundingSet=", "RestartPreventExitStatus=2",
    ):  # fmt: skip
        assert line in UNIT.splitlines()


def analyzed(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["systemd-analyze", *arguments, str(DEPLOY / "whosaid.service")]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@needs_systemd
def test_systemd_finds_no_fault_with_the_unit() -> None:
    done = analyzed("verify", "--man=no")
    assert (done.returncode, [line for line in done.stderr.splitlines() if "whosaid" in line]) == (0, [])


@needs_systemd
def test_systemd_calls_its_exposure_low() -> None:
    done = analyzed("security", "--offline=yes", "--no-pager")
    exposure = re.search(r"Overall exposure level for whosaid\.service: ([\d.]+)", done.stdout)
    assert exposure is not None, done.stderr
    assert float(exposure[1]) < 2
