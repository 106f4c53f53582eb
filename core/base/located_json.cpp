// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/located_json.h"

#include <QSet>
#include <QStringDecoder>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// Each function leaves the place behind what it read, or a fault.
class Reader {
public:
    Reader(const QString &text, int deepest)
        : m_text(text)
        , m_deepest(deepest)
    {
    }

    std::variant<LocatedJson, JsonFault> whole()
    {
        LocatedJson value = this->value(0);
        skipBlanks();
        if (!m_fault && m_at < m_text.size())
            fail(JsonFault::Kind::SomethingBehind);
        if (m_fault)
            return *m_fault;
        return value;
    }

private:
    QChar here() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool isOver() const { return m_at >= m_text.size(); }

    void fail(JsonFault::Kind kind, const QString &name = {})
    {
        if (!m_fault) // the first one is what is told
            m_fault = JsonFault{kind, m_line, name};
    }

    void skipBlanks()
    {
        for (; !isOver(); ++m_at) {
            const QChar c = here();
            if (c == u'\n')
                ++m_line;
            else if (c != u' ' && c != u'\t' && c != u'\r')
                return;
        }
    }

    bool take(QChar wanted)
    {
        skipBlanks();
        if (here() != wanted || isOver())
            return false;
        ++m_at;
        return true;
    }

    void expect(QChar wanted)
    {
        if (!m_fault && !take(wanted))
            fail(isOver() ? JsonFault::Kind::Unfinished : JsonFault::Kind::Unexpected);
    }

    LocatedJson value(int depth)
    {
        skipBlanks();
        LocatedJson read;
        read.line = m_line;
        if (isOver())
            fail(JsonFault::Kind::Unfinished);
        else if (here() == u'{')
            readObject(read, depth);
        else if (here() == u'[')
            readList(read, depth);
        else if (here() == u'"') {
            read.type = LocatedJson::Type::Text;
            read.text = quoted();
        } else if (here() == u'-' || isDigit(here()))
            readNumber(read);
        else
            readWord(read);
        return read;
    }

    void readObject(LocatedJson &object, int depth)
    {
        object.type = LocatedJson::Type::Object;
        ++m_at;
        if (depth >= m_deepest)
            return fail(JsonFault::Kind::TooDeep);
        if (take(u'}'))
            return;
        QSet<QString> names;
        do {
            skipBlanks();
            LocatedJson::Member member;
            member.line = m_line;
            if (here() != u'"' || isOver())
                return fail(isOver() ? JsonFault::Kind::Unfinished : JsonFault::Kind::Unexpected);
            member.name = quoted();
            if (!m_fault && names.contains(member.name))
                fail(JsonFault::Kind::NameTwice, member.name);
            names.insert(member.name);
            expect(u':');
            if (!m_fault)
                member.value = value(depth + 1);
            if (m_fault)
                return;
            object.members.append(member);
        } while (take(u','));
        expect(u'}');
    }

    void readList(LocatedJson &list, int depth)
    {
        list.type = LocatedJson::Type::List;
        ++m_at;
        if (depth >= m_deepest)
            return fail(JsonFault::Kind::TooDeep);
        if (take(u']'))
            return;
        do {
            list.items.append(value(depth + 1));
            if (m_fault)
                return;
        } while (take(u','));
        expect(u']');
    }

    QString quoted()
    {
        QString text;
        for (++m_at; !isOver(); ++m_at) {
            const QChar c = here();
            if (c == u'"') {
                ++m_at;
                return text;
            }
            if (c < u' ')
                break;
            if (c != u'\\')
                text.append(c);
            else if (const auto escaped = this->escaped())
                text.append(*escaped);
            else
                break;
        }
        fail(isOver() ? JsonFault::Kind::Unfinished : JsonFault::Kind::BadText);
        return text;
    }

    /// Stands on the last character of the escape afterwards.
    std::optional<QChar> escaped()
    {
        static const QString signs = u"\"\\/bfnrt"_s;
        static const QString meant = u"\"\\/\b\f\n\r\t"_s;
        ++m_at;
        if (isOver())
            return {};
        if (const qsizetype known = signs.indexOf(here()); known >= 0)
            return meant.at(known);
        bool isNumber = false;
        const ushort unit = m_text.mid(m_at + 1, 4).toUShort(&isNumber, 16);
        const bool isWhole = m_at + 4 < m_text.size()
            && std::all_of(m_text.cbegin() + m_at + 1, m_text.cbegin() + m_at + 5, [](QChar c) { return c.isLetterOrNumber(); });
        if (here() != u'u' || !isNumber || !isWhole)
            return {};
        m_at += 4;
        return QChar(unit);
    }

    void skipDigits()
    {
        while (!isOver() && isDigit(here()))
            ++m_at;
    }

    void readNumber(LocatedJson &number)
    {
        number.type = LocatedJson::Type::Number;
        const qsizetype begin = m_at;
        if (here() == u'-')
            ++m_at;
        const qsizetype whole = m_at;
        skipDigits();
        bool isGood = m_at > whole && (m_text.at(whole) != u'0' || m_at == whole + 1);
        if (here() == u'.' && !isOver()) {
            const qsizetype behind = ++m_at;
            skipDigits();
            isGood = isGood && m_at > behind;
        }
        if (!isOver() && (here() == u'e' || here() == u'E')) {
            ++m_at;
            if (!isOver() && (here() == u'+' || here() == u'-'))
                ++m_at;
            const qsizetype power = m_at;
            skipDigits();
            isGood = isGood && m_at > power;
        }
        number.text = m_text.mid(begin, m_at - begin);
        if (!isGood)
            fail(JsonFault::Kind::BadNumber);
    }

    void readWord(LocatedJson &read)
    {
        const QStringView rest = QStringView(m_text).mid(m_at);
        if (rest.startsWith(u"null")) {
            m_at += 4;
        } else if (rest.startsWith(u"true") || rest.startsWith(u"false")) {
            read.type = LocatedJson::Type::Boolean;
            read.isTrue = rest.startsWith(u"true");
            m_at += read.isTrue ? 4 : 5;
        } else {
            fail(JsonFault::Kind::Unexpected);
        }
    }

    const QString &m_text;
    const int m_deepest;
    qsizetype m_at = 0;
    int m_line = 1;
    std::optional<JsonFault> m_fault;
};

} // namespace

const LocatedJson *LocatedJson::member(const QString &name) const
{
    const auto found = std::find_if(members.cbegin(), members.cend(), [&name](const Member &member) { return member.name == name; });
    return found == members.cend() ? nullptr : &found->value;
}

std::variant<LocatedJson, JsonFault> readLocatedJson(const QByteArray &utf8, int deepest)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(utf8);
    if (decoder.hasError())
        return JsonFault{JsonFault::Kind::NotUtf8, 1};
    return Reader(text, deepest).whole();
}

} // namespace keywork
