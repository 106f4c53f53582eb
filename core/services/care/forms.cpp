// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/forms.h"

#include "core/services/records/records.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString shippedMark(const QByteArray &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

QList<QByteArray> shippedTexts()
{
    QList<QByteArray> texts;
    const QDir folder(u":/keywork/forms"_s);
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            texts.append(file.readAll());
    }
    return texts;
}

FormVersion versionOf(const Form &form, const QByteArray &text)
{
    FormVersion version;
    version.form = form.id;
    version.title = form.title;
    version.level = form.level;
    version.text = QString::fromUtf8(text);
    return version;
}

} // namespace

Forms::Forms(Records &records)
    : m_records(records)
{
}

Done Forms::checkManages() const
{
    return m_records.session().may(Act::Manage, Category::House) ? Done() : Done(Error{m_records.session().refusal(), {}, {}});
}

Result<QList<Kept<FormVersion>>> Forms::versionsOf(const QString &form) const
{
    return m_records.all<FormVersion>({.filters = {{u"form"_s, Filter::Comparison::Equals, form}}, .orderBy = u"id"_s});
}

Result<qint64> Forms::nextNumber(const QString &form) const
{
    const auto versions = versionsOf(form);
    if (!versions)
        return versions.error();
    qint64 highest = 0;
    for (const Kept<FormVersion> &version : *versions)
        if (version.value.state == FormState::Published)
            highest = std::max(highest, version.value.versionNumber);
    return highest + 1;
}

Result<bool> Forms::shipOne(const QByteArray &text)
{
    const auto read = readForm(text, m_records.choices());
    const Form *form = std::get_if<Form>(&read);
    if (!form)
        return Error{ErrorKind::Damaged, u"a form of the program"_s, {}};
    const auto versions = versionsOf(form->id);
    if (!versions)
        return versions.error();
    const QString shipped = shippedMark(text);
    const Kept<FormVersion> *latest = nullptr;
    for (const Kept<FormVersion> &version : *versions) {
        if (version.value.shipped == shipped)
            return false;
        if (version.value.state == FormState::Published)
            latest = &version;
    }
    if (latest && latest->value.shipped.isEmpty()) // a manager's words stand
        return false;
    FormVersion version = versionOf(*form, text);
    version.versionNumber = latest ? latest->value.versionNumber + 1 : 1;
    version.state = FormState::Published;
    version.shipped = shipped;
    version.publishedAt = m_records.clock().now();
    const auto kept = m_records.add(version);
    return kept ? Result<bool>(true) : Result<bool>(kept.error());
}

Done Forms::takeInShipped()
{
    if (m_isTakenIn)
        return {};
    bool any = false;
    Done done = m_records.together([&]() -> Done {
        for (const QByteArray &text : shippedTexts()) {
            const auto added = shipOne(text);
            if (!added)
                return added.error();
            any = any || *added;
        }
        return {};
    });
    m_isTakenIn = done && !any;
    return done;
}

Result<QList<HouseForm>> Forms::all() const
{
    const auto versions = m_records.all<FormVersion>({.orderBy = u"id"_s});
    if (!versions)
        return versions.error();
    QMap<QString, HouseForm> forms;
    for (const Kept<FormVersion> &version : *versions) {
        HouseForm &form = forms[version.value.form];
        if (version.value.state == FormState::Draft)
            form.draft = version;
        else if (!form.current.id || version.value.versionNumber > form.current.value.versionNumber)
            form.current = version;
    }
    QList<HouseForm> sorted;
    for (HouseForm &form : forms) {
        if (form.current.id)
            if (const auto asked = this->asked(form.current.id))
                form.isRetired = (*asked)->form().retired;
        sorted.append(form);
    }
    const auto titleOf = [](const HouseForm &form) { return form.current.id ? form.current.value.title : form.draft->value.title; };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const HouseForm &one, const HouseForm &other) {
        const auto levelOf = [](const HouseForm &form) { return form.current.id ? form.current.value.level : form.draft->value.level; };
        return std::pair(levelOf(one), titleOf(one)) < std::pair(levelOf(other), titleOf(other));
    });
    return sorted;
}

Result<QList<Kept<FormVersion>>> Forms::offered() const
{
    const auto forms = all();
    if (!forms)
        return forms.error();
    QList<Kept<FormVersion>> offered;
    for (const HouseForm &form : *forms)
        if (form.current.id && !form.isRetired)
            offered.append(form.current);
    return offered;
}

Result<Kept<FormVersion>> Forms::currentOf(const QString &form) const
{
    const auto forms = all();
    if (!forms)
        return forms.error();
    for (const HouseForm &one : *forms)
        if (one.current.id && one.current.value.form == form)
            return one.current;
    return Error{ErrorKind::NotFound, u"form_version"_s, {}};
}

Result<std::shared_ptr<const AskedForm>> Forms::asked(Id<FormVersion> version) const
{
    if (const auto known = m_asked.constFind(version.value); known != m_asked.constEnd())
        return *known;
    const auto kept = m_records.one(version);
    if (!kept)
        return kept.error();
    const auto read = readForm(kept->value.text.toUtf8(), m_records.choices());
    const Form *form = std::get_if<Form>(&read);
    if (!form)
        return Error{ErrorKind::Damaged, u"form_version"_s, {}};
    auto made = std::make_shared<const AskedForm>(*form);
    if (kept->value.state == FormState::Published)
        m_asked.insert(version.value, made);
    return Result<std::shared_ptr<const AskedForm>>(made);
}

Result<Kept<FormVersion>> Forms::edit(const QString &form)
{
    if (Done manages = checkManages(); !manages)
        return manages.error();
    const auto forms = all();
    if (!forms)
        return forms.error();
    const auto found = std::find_if(forms->cbegin(), forms->cend(), [&form](const HouseForm &one) {
        return (one.current.id && one.current.value.form == form) || (one.draft && one.draft->value.form == form);
    });
    if (found == forms->cend())
        return Error{ErrorKind::NotFound, u"form_version"_s, {}};
    if (found->draft)
        return *found->draft;
    FormVersion draft = found->current.value;
    draft.state = FormState::Draft;
    draft.shipped.clear();
    draft.publishedAt.reset();
    draft.versionNumber += 1;
    return m_records.add(draft);
}

Result<Kept<FormVersion>> Forms::copy(const QString &form, const QString &id, const QString &title)
{
    if (Done manages = checkManages(); !manages)
        return manages.error();
    const auto taken = versionsOf(id);
    if (!taken)
        return taken.error();
    if (!isFormId(id) || !taken->isEmpty())
        return invalid({{u"form"_s, taken->isEmpty() ? Rule::Required : Rule::AlreadyUsed, {}}});
    const auto current = currentOf(form);
    const auto asked = current ? this->asked(current->id) : Result<std::shared_ptr<const AskedForm>>(current.error());
    if (!asked)
        return asked.error();
    Form copied = (*asked)->form();
    copied.id = id;
    copied.title = title.trimmed();
    copied.retired = false;
    return m_records.add(versionOf(copied, writeForm(copied)));
}

FormProblems Forms::problemsOf(const QByteArray &text) const
{
    const auto read = readForm(text, m_records.choices());
    const auto *problems = std::get_if<FormProblems>(&read);
    return problems ? *problems : FormProblems();
}

Result<Kept<FormVersion>> Forms::saveDraft(const Kept<FormVersion> &draft, const Form &form)
{
    if (Done manages = checkManages(); !manages)
        return manages.error();
    if (draft.value.state != FormState::Draft)
        return notNow(NotNow::StaysAsItIs);
    const QByteArray text = writeForm(form);
    if (form.id != draft.value.form || !problemsOf(text).isEmpty())
        return invalid({{u"text"_s, Rule::Required, {}}});
    Kept<FormVersion> changed = draft;
    changed.value.title = form.title;
    changed.value.level = form.level;
    changed.value.text = QString::fromUtf8(text);
    return m_records.amend(changed);
}

Done Forms::discardDraft(const Kept<FormVersion> &draft)
{
    if (Done manages = checkManages(); !manages)
        return manages;
    return m_records.withdraw(recordType<FormVersion>(), draft.id.value, draft.version, u"Draft discarded"_s);
}

Result<Kept<FormVersion>> Forms::publish(const Kept<FormVersion> &draft)
{
    if (Done manages = checkManages(); !manages)
        return manages.error();
    const auto stored = m_records.one(draft.id);
    if (!stored)
        return stored.error();
    if (stored->value.state != FormState::Draft)
        return notNow(NotNow::StaysAsItIs);
    if (!problemsOf(stored->value.text.toUtf8()).isEmpty())
        return invalid({{u"text"_s, Rule::Required, {}}});
    const auto number = nextNumber(stored->value.form);
    if (!number)
        return number.error();
    Kept<FormVersion> published = *stored;
    published.value.state = FormState::Published;
    published.value.versionNumber = *number;
    published.value.publishedAt = m_records.clock().now();
    return m_records.amend(published);
}

Result<Kept<FormVersion>> Forms::bring(const QByteArray &text)
{
    if (Done manages = checkManages(); !manages)
        return manages.error();
    const auto read = readForm(text, m_records.choices());
    const Form *form = std::get_if<Form>(&read);
    if (!form)
        return invalid({{u"text"_s, Rule::Required, {}}});
    const auto versions = versionsOf(form->id);
    if (!versions)
        return versions.error();
    for (const Kept<FormVersion> &version : *versions)
        if (version.value.state == FormState::Draft)
            return saveDraft(version, *form);
    const auto number = nextNumber(form->id);
    if (!number)
        return number.error();
    FormVersion draft = versionOf(*form, text);
    draft.versionNumber = *number;
    return m_records.add(draft);
}

} // namespace keywork
