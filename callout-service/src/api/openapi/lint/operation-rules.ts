import { isObject, listOf, objectOf, textOf } from './json.ts';
import type { LintRule } from './rule.ts';
import { contentsOf, operationsOf, type FoundContent } from './visit.ts';

/** Apex names made from an operation may not be longer (Salesforce help, external_services_system_version). */
const MAX_APEX_NAME = 80;
const MAX_REGISTRATION_NAME = 20;
const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
const SUCCESS = /^2(\d\d|XX)$/;
const PRIMITIVES = ['string', 'integer', 'number', 'boolean'];

/** Rules on operations: names, methods, parameters, media types and responses. */
export const operationRules: readonly LintRule[] = [
  {
    name: 'operation-id',
    check(document) {
      const names = operationsOf(document).map(({ name }) => name);
      return [
        ...names
          .filter((name) => !/^[a-z][A-Za-z0-9]{2,39}$/.test(name))
          .map((name) => `${name} is not an operationId of 3 to 40 letters and digits`),
        ...repeated(names).map((name) => `${name} is used twice, letter case aside`)
      ];
    }
  },
  {
    name: 'name-length',
    check(document, { registrationName, namespace }) {
      const faults =
        registrationName.length > MAX_REGISTRATION_NAME
          ? [`the registration's name ${registrationName} has over ${MAX_REGISTRATION_NAME} characters`]
          : [];
      for (const { name, operation } of operationsOf(document)) {
        for (const code of Object.keys(objectOf(operation.responses))) {
          const apexName = `ExternalService__${namespace}__${registrationName}_${name}_OUT_${code}`;
          if (apexName.length > MAX_APEX_NAME)
            faults.push(`${apexName} has over ${MAX_APEX_NAME} characters`);
        }
      }
      return faults;
    }
  },
  {
    name: 'method',
    check: (document) =>
      operationsOf(document).flatMap(({ name, method, operation }) => [
        ...(METHODS.includes(method) ? [] : [`${name} uses the method ${method}`]),
        ...(['get', 'delete'].includes(method) && 'requestBody' in operation ? [`${name} has a body`] : [])
      ])
  },
  {
    name: 'media-type',
    check: (document) =>
      contentFaults(document, ({ place, mediaType }) =>
        mediaType === 'application/json' || (mediaType === 'text/plain' && place !== 'body')
          ? undefined
          : `uses ${mediaType}`
      )
  },
  {
    name: 'named-object-schemas',
    check(document) {
      const schemas = objectOf(objectOf(document.components).schemas);
      return contentFaults(document, ({ mediaType, schema }) => {
        if (mediaType === 'text/plain') return schema.type === 'string' ? undefined : 'is text but no string';
        const component = schemas[textOf(schema.$ref).replace('#/components/schemas/', '')];
        if (!isObject(component)) return 'does not name a component';
        return component.type === 'object' ? undefined : 'names a component that is not an object';
      });
    }
  },
  {
    name: 'responses',
    check: (document) =>
      operationsOf(document).flatMap(({ name, operation }) => {
        const codes = Object.keys(objectOf(operation.responses));
        const successes = codes.filter((code) => SUCCESS.test(code));
        return [
          ...(successes.length === 1
            ? []
            : [`${name} declares ${successes.length} successes instead of one`]),
          ...['4XX', '5XX']
            .filter((code) => !codes.includes(code))
            .map((code) => `${name} declares no ${code}`)
        ];
      })
  },
  {
    name: 'one-error-schema',
    check(document) {
      const shapes = operationsOf(document)
        .flatMap(contentsOf)
        .filter(({ place }) => /^[45]/.test(place))
        .map(({ mediaType, schema }) => `${mediaType} ${JSON.stringify(schema)}`);
      const different = [...new Set(shapes)];
      return different.length > 1 ? [`errors have ${different.length} shapes instead of one`] : [];
    }
  },
  {
    name: 'parameters',
    check: (document) =>
      operationsOf(document).flatMap(({ name, operation }) => {
        const parameters = listOf(operation.parameters).map(objectOf);
        const names = parameters.map((parameter) => textOf(parameter.name));
        return [
          ...repeated(names).map((each) => `${name} has the parameter ${each} twice`),
          ...parameters.flatMap((each) => parameterFaults(each).map((fault) => `${name}: ${fault}`))
        ];
      })
  }
];

function parameterFaults(parameter: Readonly<Record<string, unknown>>): string[] {
  const name = textOf(parameter.name);
  return [
    ...(['path', 'query', 'header'].includes(textOf(parameter.in))
      ? []
      : [`${name} is in ${String(parameter.in)}`]),
    ...(PRIMITIVES.includes(textOf(objectOf(parameter.schema).type)) ? [] : [`${name} is not a primitive`]),
    ...(typeof parameter.required === 'boolean' ? [] : [`${name} does not say whether it is required`])
  ];
}

function contentFaults(
  document: Readonly<Record<string, unknown>>,
  fault: (content: FoundContent) => string | undefined
): string[] {
  return operationsOf(document).flatMap((found) =>
    contentsOf(found).flatMap((content) => {
      const said = fault(content);
      return said === undefined ? [] : [`${found.name} ${content.place} ${said}`];
    })
  );
}

/** Names that stand more than once, letter case aside. */
function repeated(names: readonly string[]): string[] {
  const lowered = names.map((name) => name.toLowerCase());
  return [...new Set(lowered.filter((name, index) => lowered.indexOf(name) !== index))];
}
