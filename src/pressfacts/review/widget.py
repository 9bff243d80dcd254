"""The reviewer's desk as a notebook widget: a thin adapter between a Desk and one file of JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from pressfacts.errors import MissingExtraError
from pressfacts.review.page import style

if TYPE_CHECKING:
    from anywidget import AnyWidget

    from pressfacts.review.desk import Desk


def _asset(name: str) -> str:
    return files("pressfacts.review").joinpath(name).read_text(encoding="utf-8")


@cache
def widget_class() -> Callable[[Desk], AnyWidget]:
    """Make the class of the widget; anywidget is loaded only now. Raises MissingExtraError without it."""
    try:
        import anywidget
        import traitlets
    except ImportError as error:
        cure = 'Install the extra "notebook": pip install "pressfacts[notebook]" (show() works without it)'
        raise MissingExtraError("reviewing in a notebook needs anywidget", cure=cure) from error

    class ReviewWidget(anywidget.AnyWidget):
        """Draws ``desk.state()`` and hands what the reviewer does to ``desk.handle``."""

        _esm = _asset("widget.js")
        _css = style() + _asset("widget.css")
        state = traitlets.Dict().tag(sync=True)

        def __init__(self, desk: Desk) -> None:
            super().__init__(state=desk.state())
            self.desk = desk
            self.on_msg(self._received)

        def _received(self, _: object, message: object, __: object) -> None:
            if isinstance(message, dict):
                self.desk.handle(message)
                self.state = self.desk.state()

        def _repr_mimebundle_(self, **kwargs: Any) -> Any:
            shown = super()._repr_mimebundle_(**kwargs)
            # where no widget runs (GitHub, nbconvert) the richest form left is this page
            data = shown[0] if isinstance(shown, tuple) else shown
            if data is not None:
                data["text/html"] = self.desk.html()
            return shown

    return ReviewWidget
