// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/place.h"

#include "core/services/keeping/audit.h"
#include "core/services/services.h"
#include "ui/pages/audit/audit_page.h"

namespace keywork {

PlaceInfo auditPlace()
{
    return {.id = "audit",
        .title = QT_TRANSLATE_NOOP("places", "Audit"),
        .isInNavigation = true,
        .mayOpen = [](const Services &services) { return services.audit.mayRead(); },
        .make = [](const PlaceContext &here) -> QWidget * { return new AuditPage(here.services, here.navigator); }};
}

} // namespace keywork
