// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/residents/taking_in_page.h"

namespace keywork {

/// Taking someone in by day: what is known of them, and the stay with the referral.
class NewResidentPage : public TakingInPage {
    Q_OBJECT
public:
    NewResidentPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
};

} // namespace keywork
