// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/care_plan/area_button.h"

#include "ui/text/words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

using namespace Qt::StringLiterals;

namespace keywork {

AreaButton::AreaButton(Area area, const QString &standing, const std::optional<qint64> &rating, bool isChosen, QWidget *parent)
    : QPushButton(parent)
{
    setProperty("look", u"area"_s);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setCheckable(true);
    setChecked(isChosen);
    setObjectName(QString::fromLatin1(codeOf(area)));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(8, 6, 8, 6);
    auto *name = label(words::labelFor(area), isChosen ? "strong" : "", true);
    auto *soft = label(standing, "soft", true);
    name->setMinimumWidth(Theme::scaled(60));
    soft->setMinimumWidth(Theme::scaled(60));
    if (Theme::isLarge()) { // the list has the page's width: one line an area, so that what was chosen is not far below
        auto *beside = wrappingLine(10);
        beside->addWidget(name);
        beside->addWidget(soft);
        line->addLayout(beside, 1);
    } else {
        auto *above = new QVBoxLayout;
        above->setSpacing(1);
        above->addWidget(name);
        above->addWidget(soft);
        line->addLayout(above, 1);
    }
    auto *bar = new RatingBar(rating);
    line->addWidget(bar, 0, Theme::isLarge() ? Qt::AlignVCenter : Qt::AlignTop);
    for (QWidget *inside : findChildren<QWidget *>()) {
        inside->setAttribute(Qt::WA_TransparentForMouseEvents);
        inside->ensurePolished(); // its font is the style sheet's, and the height follows from it
    }
    setAccessibleName(words::labelFor(area) + u", "_s + standing + u", "_s + bar->accessibleName());
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred); // as wide as the list
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize AreaButton::sizeHint() const { return layout()->totalSizeHint(); }
QSize AreaButton::minimumSizeHint() const { return layout()->totalMinimumSize(); }
int AreaButton::heightForWidth(int width) const { return layout()->totalHeightForWidth(width); }

} // namespace keywork
