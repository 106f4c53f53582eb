// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QApplication>

namespace keywork::test {

/// Another size of text while it lives. Made before the window, so that it goes after it.
class TextSize {
public:
    explicit TextSize(int percent) { apply(percent); }
    ~TextSize() { apply(100); }
    TextSize(const TextSize &) = delete;
    TextSize &operator=(const TextSize &) = delete;

private:
    static void apply(int percent) { Theme::apply(*static_cast<QApplication *>(QApplication::instance()), Theme::Kind::Light, percent); }
};

} // namespace keywork::test
