// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/intake/criteria_part.h"

#include "core/services/records/families.h"
#include "core/services/records/records.h"
#include "ui/forms/inputs/choice_input.h"
#include "ui/text/words.h"
#include "ui/text/words_errors.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/parts.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace keywork {

CriteriaPart::CriteriaPart(const QList<CriterionLine> &lines, const Services &services, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(rule());
    layout->addWidget(label(tr("Entry criteria"), "strong"));
    if (lines.isEmpty())
        layout->addWidget(label(tr("This house has not written any yet."), "soft", true));
    for (const CriterionLine &line : lines)
        line.isEarlier ? addEarlier(line) : addLine(line);
    const bool mayAnswer = services.records.mayChange(recordType<CriterionAnswer>());
    for (const Line &line : std::as_const(m_lines)) {
        line.answer->setEnabled(mayAnswer);
        line.why->setEnabled(mayAnswer);
    }
}

void CriteriaPart::addLine(const CriterionLine &at)
{
    auto *body = static_cast<QVBoxLayout *>(layout());
    const EntryCriterion &criterion = at.criterion.value;
    body->addWidget(label(criterion.wording, "", true));
    if (!criterion.help.isEmpty())
        body->addWidget(label(criterion.help, "soft", true));
    auto *line = columnsOrRows(8);
    Line made{at, formCombo(), new QLineEdit, label({}, "problem", true)};
    const QString number = QString::number(m_lines.size() + 1);
    made.answer->setObjectName(u"criterion-"_s + number);
    made.answer->setAccessibleName(criterion.wording);
    for (const CriterionAnswered answer : allOf<CriterionAnswered>())
        made.answer->addItem(words::labelFor(answer), QString::fromLatin1(codeOf(answer)));
    made.answer->setCurrentIndex(int(at.answer.answer));
    made.why->setObjectName(u"criterion-why-"_s + number);
    made.why->setAccessibleName(tr("Why: %1").arg(criterion.wording));
    made.why->setPlaceholderText(tr("Why"));
    made.why->setMaxLength(500);
    made.why->setText(at.answer.why);
    line->addWidget(made.answer);
    line->addWidget(made.why, 1);
    body->addLayout(line);
    made.problem->hide();
    body->addWidget(made.problem);
    showAsked(made);
    connect(made.answer, &QComboBox::currentIndexChanged, this, [this, made] {
        showAsked(made);
        Q_EMIT edited();
    });
    connect(made.why, &QLineEdit::textEdited, this, &CriteriaPart::edited);
    m_lines.append(made);
}

void CriteriaPart::addEarlier(const CriterionLine &line)
{
    QString said = tr("Earlier wording: “%1” %2.").arg(line.criterion.value.wording, words::labelFor(line.answer.answer).toLower());
    if (!line.answer.why.isEmpty())
        said += u' ' + line.answer.why;
    layout()->addWidget(label(said, "soft", true));
}

void CriteriaPart::showAsked(const Line &line)
{
    const auto answer = CriterionAnswered(line.answer->currentIndex());
    line.why->setVisible(answer == CriterionAnswered::NotMet || answer == CriterionAnswered::Waived);
    line.problem->hide();
}

QList<CriterionAnswer> CriteriaPart::answers() const
{
    QList<CriterionAnswer> answers;
    for (const Line &line : m_lines) {
        CriterionAnswer answer = line.at.answer;
        const auto said = CriterionAnswered(line.answer->currentIndex());
        if (said != answer.answer)
            answer.waivedById = {}; // whoever says so now
        answer.answer = said;
        answer.why = line.why->text();
        answers.append(answer);
    }
    return answers;
}

QStringList CriteriaPart::notMet() const
{
    QStringList wordings;
    for (const Line &line : m_lines)
        if (CriterionAnswered(line.answer->currentIndex()) == CriterionAnswered::NotMet)
            wordings.append(line.at.criterion.value.wording);
    return wordings;
}

QJsonObject CriteriaPart::toDraft() const
{
    QJsonObject draft;
    for (const Line &line : m_lines)
        draft.insert(QString::number(line.at.criterion.id.value),
            QJsonObject{{u"answer"_s, line.answer->currentData().toString()}, {u"why"_s, line.why->text()}});
    return draft;
}

void CriteriaPart::fromDraft(const QJsonObject &draft)
{
    for (const Line &line : std::as_const(m_lines)) {
        const QJsonValue said = draft.value(QString::number(line.at.criterion.id.value));
        if (!said.isObject())
            continue;
        line.why->setText(said.toObject().value(u"why"_s).toString());
        if (const int index = line.answer->findData(said.toObject().value(u"answer"_s).toString()); index >= 0)
            line.answer->setCurrentIndex(index);
    }
}

Violations CriteriaPart::showViolations(const Violations &violations)
{
    Violations others;
    for (const Line &line : std::as_const(m_lines))
        line.problem->hide();
    for (const Violation &violation : violations) {
        const auto place = partOfColumn(violation.column);
        if (!place || place->first >= m_lines.size()) {
            others.append(violation);
            continue;
        }
        const Line &line = m_lines.at(place->first);
        line.problem->setText(words::violation(violation));
        line.problem->show();
        line.why->setFocus();
    }
    return others;
}

} // namespace keywork
