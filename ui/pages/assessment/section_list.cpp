// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/assessment/section_list.h"

using namespace Qt::StringLiterals;

namespace keywork {

SectionList::SectionList(const Form &form, const QStringList &readable, QWidget *parent)
    : Card(tr("Sections"), {}, parent)
{
    for (const FormSection &section : form.sections) {
        if (!readable.contains(section.id))
            continue;
        auto *one = button({}, "tab");
        one->setCheckable(true);
        one->setAutoExclusive(true);
        one->setObjectName(u"section-"_s + section.id);
        connect(one, &QPushButton::clicked, this, [this, id = section.id] { Q_EMIT chosen(id); });
        body()->addWidget(one);
        m_buttons.insert(section.id, one);
    }
    body()->addWidget(label(tr("Ctrl+PgUp and Ctrl+PgDn change the section."), "soft", true));
    body()->addStretch();
}

void SectionList::showProgress(const FilledForm &filled, const QString &current)
{
    int done = 0;
    int asked = 0;
    for (const FormSection &section : filled.asked->form().sections) {
        QPushButton *one = m_buttons.value(section.id);
        if (!one)
            continue;
        const SectionProgress progress = progressOf(*filled.asked, section, filled.answers);
        const bool isLeftOut = filled.leftOut.contains(section.id);
        done += isLeftOut ? 0 : progress.answered;
        asked += isLeftOut ? 0 : progress.asked;
        const QString state = isLeftOut ? tr("left out") : tr("%1 of %2").arg(progress.answered).arg(progress.asked);
        one->setText(u"%1  ·  %2"_s.arg(literal(section.title), state));
        one->setAccessibleName(u"%1, %2"_s.arg(section.title, state));
        one->setChecked(section.id == current);
    }
    setSoft(tr("%1 of %2 answered").arg(done).arg(asked));
}

} // namespace keywork
