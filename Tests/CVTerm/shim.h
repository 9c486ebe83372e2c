#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <vterm.h>

// What the program under test has asked the terminal to be.
typedef struct {
  bool cursor_visible;
  bool alternate_screen;
  int mouse;
} eigentop_terminal_properties;

// VTermValue is a union that Swift would have to reinterpret, and libvterm keeps a pointer to the callbacks, so both
// stay in C.
static inline int eigentop_set_property(VTermProp property, VTermValue *value, void *user) {
  eigentop_terminal_properties *properties = (eigentop_terminal_properties *)user;
  switch (property) {
  case VTERM_PROP_CURSORVISIBLE: properties->cursor_visible = value->boolean; break;
  case VTERM_PROP_ALTSCREEN: properties->alternate_screen = value->boolean; break;
  case VTERM_PROP_MOUSE: properties->mouse = value->number; break;
  default: break;
  }
  return 1;
}

// Lets `properties`, which must outlive the screen, follow what the program asks for.
static inline void eigentop_watch_properties(VTermScreen *screen, eigentop_terminal_properties *properties) {
  static const VTermScreenCallbacks callbacks = {.settermprop = eigentop_set_property};
  vterm_screen_set_callbacks(screen, &callbacks, properties);
}

// The colour tests are macros.
static inline bool eigentop_is_default(VTermColor color) {
  return VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color);
}
static inline bool eigentop_is_indexed(VTermColor color) { return VTERM_COLOR_IS_INDEXED(&color); }
