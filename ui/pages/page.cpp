// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "core/services/services.h"
#include "ui/text/words_errors.h"

namespace keywork {

void Navigator::refuse(const Error &error) const { refuse(words::error(error)); }

Page::Page(const Services &services, const Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_navigator(navigator)
{
    setObjectName(QStringLiteral("ground"));
}

} // namespace keywork
